import { releaseLocalMedia } from "../../media/media-access.js";
import { SoundMix } from "../../media/sound-mix.js";

/** The local screen, window or tab while it is shared, and its audio mixed with the microphone's. */
export class LocalScreen {
  #onEnded;
  /** @type {MediaStream | null} */
  #stream = null;
  /** @type {MediaStreamTrack | null} */
  #sound = null;
  /** @type {SoundMix | null} While the screen has audio. */
  #mix = null;

  /** @param {() => void} onEnded The browser ended the sharing, e.g. by its own button. */
  constructor(onEnded) {
    this.#onEnded = onEnded;
  }

  get isShared() {
    return this.#stream !== null;
  }

  /** @returns {MediaStreamTrack | null} */
  get video() {
    return this.#stream?.getVideoTracks().find((track) => track.readyState === "live") ?? null;
  }

  /** @returns {MediaStreamTrack | null} Microphone and screen in one track; null if the screen has no audio. */
  get audio() {
    return this.#mix?.track ?? null;
  }

  /**
   * @param {MediaStream} stream
   * @param {MediaStreamTrack | null} microphone
   */
  share(stream, microphone) {
    this.stop();
    this.#stream = stream;
    this.#sound = stream.getAudioTracks()[0] ?? null;
    if (this.#sound !== null) this.#mix = new SoundMix([this.#sound, microphone]);
    stream.getVideoTracks()[0]?.addEventListener("ended", () => stream === this.#stream && this.#onEnded());
  }

  /** @param {MediaStreamTrack | null} microphone Replaces the previous one in the mix. */
  setMicrophone(microphone) {
    this.#mix?.use([this.#sound, microphone]);
  }

  /** Ends the sharing. */
  stop() {
    if (this.#stream !== null) releaseLocalMedia(this.#stream);
    this.#stream = null;
    this.#mix?.stop();
    this.#mix = null;
  }
}
