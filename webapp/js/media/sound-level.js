import { newAudioContext } from "../browser/sound.js";

/** The level in dBFS that counts as silence: the noise of a room. */
const SILENCE = -60;

/** Measures the level of a microphone, also while the call's track of it is muted. */
export class SoundLevel {
  #track;
  #context;
  #analyser;
  #samples;

  /** @param {MediaStreamTrack} track Is cloned: muting the original does not mute the clone. */
  constructor(track) {
    // First: where there is none, no clone is left.
    this.#context = newAudioContext();
    this.#track = track.clone();
    this.#track.enabled = true;
    this.#analyser = new AnalyserNode(this.#context, { fftSize: 1024 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(new MediaStream([this.#track])).connect(this.#analyser);
    // Some browsers start it only after a user gesture or once the microphone is allowed.
    this.#context.resume().catch(() => undefined);
  }

  /** @returns {number} From 0 (silence) to 1 (full scale), linear in decibels. */
  read() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const decibels = power === 0 ? SILENCE : 10 * Math.log10(power);
    return Math.min(1, Math.max(0, 1 - decibels / SILENCE));
  }

  /** Stops the clone. */
  stop() {
    this.#track.stop();
    this.#context.close().catch(() => undefined);
  }
}
