/** Pixels, and frames per second: moderate, as the processor is busy with the call. */
const SIZE = { width: 1280, height: 720 };
const FRAME_RATE = 25;
/** The width of the small picture, as a share of the canvas' width. */
const SMALL_SHARE = 0.22;
/** Pixels. */
const MARGIN = 24;

/** Draws both pictures of the call into one stream: the peer's large, the own one small in a corner. */
export class RecordingCanvas {
  #canvas = Object.assign(document.createElement("canvas"), SIZE);
  #context = this.#canvas.getContext("2d", { alpha: false });
  #stream = this.#canvas.captureStream(FRAME_RATE);
  #large;
  #small;
  #timer;

  /**
   * @param {HTMLVideoElement} large
   * @param {HTMLVideoElement} small
   */
  constructor(large, small) {
    this.#large = large;
    this.#small = small;
    this.#draw();
    // Not requestAnimationFrame, which stops in a hidden page.
    this.#timer = setInterval(() => this.#draw(), 1000 / FRAME_RATE);
  }

  /** @returns {MediaStreamTrack | null} */
  get track() {
    return this.#stream.getVideoTracks()[0] ?? null;
  }

  /** Ends the track. */
  stop() {
    clearInterval(this.#timer);
    this.track?.stop();
  }

  #draw() {
    const { width, height } = SIZE;
    this.#context?.fillRect(0, 0, width, height);
    this.#place(this.#large, { x: 0, y: 0, width, height });
    const small = { width: width * SMALL_SHARE, height: (width * SMALL_SHARE * 3) / 4 };
    this.#place(this.#small, { x: width - small.width - MARGIN, y: height - small.height - MARGIN, ...small });
  }

  /**
   * Draws the whole picture as large as fits.
   * @param {HTMLVideoElement} video
   * @param {{ x: number, y: number, width: number, height: number }} place
   */
  #place(video, { x, y, width, height }) {
    const { videoWidth, videoHeight } = video;
    // While the page shows a placeholder, the last frame of the video is not drawn either.
    const isHidden = video.parentElement?.querySelector(".placeholder:not([hidden])") !== null;
    if (isHidden || videoWidth === 0 || videoHeight === 0) return;
    const scale = Math.min(width / videoWidth, height / videoHeight);
    const shown = { width: videoWidth * scale, height: videoHeight * scale };
    this.#context?.drawImage(
      video,
      x + (width - shown.width) / 2,
      y + (height - shown.height) / 2,
      shown.width,
      shown.height,
    );
  }
}
