/** Pixels, and frames per second: moderate, as the processor is busy with the call. */
const SIZE = { width: 1280, height: 720 };
const FRAME_RATE = 25;
/** Milliseconds: two clocks draw, and the second of two draws at once is left out. */
const MIN_GAP = 900 / FRAME_RATE;
/** The width of the small picture, as a share of the canvas' width. */
const SMALL_SHARE = 0.22;
/** Pixels. */
const MARGIN = 24;

/**
 * @typedef {object} RecordedPicture
 * @property {HTMLVideoElement} video
 * @property {() => boolean} isThere Whether it is sent at this moment. A video goes on showing its last frame.
 */

/** Draws pictures of the call into one stream: one large, and the other one small in a corner. */
export class RecordingCanvas {
  #canvas = Object.assign(document.createElement("canvas"), SIZE);
  #context = this.#canvas.getContext("2d", { alpha: false });
  #stream = this.#canvas.captureStream(FRAME_RATE);
  #large;
  #small;
  #timer;
  #drawnAt = -Infinity;

  /**
   * @param {RecordedPicture} large
   * @param {RecordedPicture | null} small
   */
  constructor(large, small) {
    this.#large = large;
    this.#small = small;
    this.draw();
    // Not requestAnimationFrame, which stops in a hidden page.
    this.#timer = setInterval(() => this.draw(), 1000 / FRAME_RATE);
  }

  /** Seconds between two frames. */
  static get interval() {
    return 1 / FRAME_RATE;
  }

  /** @returns {MediaStreamTrack | null} */
  get track() {
    return this.#stream.getVideoTracks()[0] ?? null;
  }

  /** Draws a frame, unless one was drawn just now. */
  draw() {
    const now = performance.now();
    if (now - this.#drawnAt < MIN_GAP) return;
    this.#drawnAt = now;
    const { width, height } = SIZE;
    this.#context?.fillRect(0, 0, width, height);
    this.#place(this.#large, { x: 0, y: 0, width, height });
    const small = { width: width * SMALL_SHARE, height: (width * SMALL_SHARE * 3) / 4 };
    if (this.#small !== null)
      this.#place(this.#small, { x: width - small.width - MARGIN, y: height - small.height - MARGIN, ...small });
  }

  /** Ends the track. */
  stop() {
    clearInterval(this.#timer);
    this.track?.stop();
  }

  /**
   * Draws the whole picture as large as fits.
   * @param {RecordedPicture} picture
   * @param {{ x: number, y: number, width: number, height: number }} place
   */
  #place({ video, isThere }, { x, y, width, height }) {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0 || videoHeight === 0 || !isThere()) return;
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
