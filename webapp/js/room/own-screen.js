import { releaseLocalMedia } from "../media/local-media.js";
import { SoundMix } from "../media/sound-mix.js";

/** The own screen, window or tab while it is shared, and its sound together with the microphone's. */
export class OwnScreen {
  #onEnded;
  /** @type {MediaStream | null} */
  #stream = null;
  /** @type {SoundMix | null} While the screen has sound. */
  #mix = null;

  /** @param {() => void} onEnded The browser's own bar ended it. */
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

  /** @returns {MediaStreamTrack | null} Microphone and screen in one; null if the screen is silent. */
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
    const [sound] = stream.getAudioTracks();
    if (sound !== undefined) this.#mix = new SoundMix(sound, microphone);
    stream.getVideoTracks()[0]?.addEventListener("ended", () => stream === this.#stream && this.#onEnded());
  }

  /** @param {MediaStreamTrack} microphone Takes the place of the one of before. */
  setMicrophone(microphone) {
    this.#mix?.setMicrophone(microphone);
  }

  /** Gives it back. */
  stop() {
    if (this.#stream !== null) releaseLocalMedia(this.#stream);
    this.#stream = null;
    this.#mix?.stop();
    this.#mix = null;
  }
}
