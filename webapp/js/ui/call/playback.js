/** Milliseconds between two attempts to go on by itself: whatever pauses more often does it on purpose. */
const MIN_PAUSE = 3_000;

/**
 * Keeps a video of the call playing, whatever pauses, mutes or slows it: the system, a media key, the window of picture
 * in picture, an extension. What it cannot play by itself needs a press.
 */
export class Playback {
  /** @type {"" | "sound" | "all"} For what the person has to press a button. */
  needs = "";

  #video;
  #onChange;
  #hasSound;
  #resumedAt = -Infinity;

  /**
   * @param {HTMLVideoElement} video
   * @param {() => void} onChange {@link Playback#needs} has changed.
   * @param {boolean} [hasSound] The own video has none.
   */
  constructor(video, onChange, hasSound = true) {
    this.#hasSound = hasSound;
    this.#video = video;
    this.#onChange = onChange;
    video.addEventListener("pause", () => this.#onStopped());
    video.addEventListener("playing", () => this.#onVolume());
    video.addEventListener("volumechange", () => this.#onVolume());
    video.addEventListener("ratechange", () => video.playbackRate !== 1 && (video.playbackRate = 1));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#onVisible());
  }

  /**
   * @param {MediaStream | null} stream
   * @returns {boolean} Whether it is another one than before.
   */
  use(stream) {
    if (this.#video.srcObject === stream) return false;
    this.#video.srcObject = stream;
    this.#resumedAt = -Infinity;
    if (stream === null) this.#need("");
    else void this.#play("sound");
    return true;
  }

  /** The person wants it to play. */
  press() {
    this.#video.muted = false;
    this.#video.volume = 1;
    void this.#play("all");
  }

  #onStopped() {
    if (this.#video.srcObject === null || !this.#video.paused) return;
    const now = performance.now();
    if (now - this.#resumedAt < MIN_PAUSE) return this.#need("all");
    this.#resumedAt = now;
    void this.#play("all");
  }

  #onVisible() {
    this.#resumedAt = -Infinity;
    this.#onStopped();
  }

  #onVolume() {
    const isSilent = this.#hasSound && (this.#video.muted || this.#video.volume === 0);
    if (isSilent && this.needs === "") this.#need("sound");
    else if (!isSilent && !this.#video.paused) this.#need("");
  }

  /** @param {"sound" | "all"} missing What the person lacks if it does not play. */
  async #play(missing) {
    const stream = this.#video.srcObject;
    try {
      await this.#video.play();
      if (stream === this.#video.srcObject) this.#onVolume();
    } catch (error) {
      // Some browsers play sound only after a press. With any other error the stream was replaced in the meantime.
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      if (isRefused && stream === this.#video.srcObject) this.#need(missing);
    }
  }

  /** @param {"" | "sound" | "all"} needs */
  #need(needs) {
    if (this.needs === needs) return;
    this.needs = needs;
    this.#onChange();
  }
}
