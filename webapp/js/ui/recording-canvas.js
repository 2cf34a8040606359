/** Pixels and pictures a second: what a processor that is in a call as well can do. */
const SIZE = { width: 1280, height: 720 };
const FRAMES = 25;
/** Of the canvas' width. */
const SMALL = 0.22;
const MARGIN = 24;

/** Two pictures of the page in one stream: the other person's large, one's own small in a corner. */
export class RecordingCanvas {
  #canvas = Object.assign(document.createElement("canvas"), SIZE);
  #context = this.#canvas.getContext("2d", { alpha: false });
  #stream = this.#canvas.captureStream(FRAMES);
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
    // Not with the frames of the page, which stop as soon as it is out of sight.
    this.#timer = setInterval(() => this.#draw(), 1000 / FRAMES);
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
    const small = { width: width * SMALL, height: (width * SMALL * 3) / 4 };
    this.#place(this.#small, { x: width - small.width - MARGIN, y: height - small.height - MARGIN, ...small });
  }

  /**
   * Draws the whole picture as large as its place allows.
   * @param {HTMLVideoElement} video
   * @param {{ x: number, y: number, width: number, height: number }} place
   */
  #place(video, { x, y, width, height }) {
    const { videoWidth, videoHeight } = video;
    // What stands for a picture is shown in place of its last frame, and so it is here.
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
