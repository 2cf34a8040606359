/** Decibels below full scale that count as silence: the noise of a room. */
const FLOOR = -60;

/** How loud a microphone is, also while the call's own track of it is muted. */
export class SoundLevel {
  #track;
  #context;
  #analyser;
  #samples;

  /** @param {MediaStreamTrack} track Is copied: the copy is heard by nobody but this meter. */
  constructor(track) {
    this.#track = track.clone();
    this.#track.enabled = true;
    this.#context = new AudioContext();
    this.#analyser = new AnalyserNode(this.#context, { fftSize: 1024 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(new MediaStream([this.#track])).connect(this.#analyser);
    // Some browsers start it only once the microphone is allowed or the page was touched.
    this.#context.resume().catch(() => undefined);
  }

  /** @returns {number} From 0, silence, to 1, full scale; even steps are even steps in decibels. */
  read() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const decibels = power === 0 ? FLOOR : 10 * Math.log10(power);
    return Math.min(1, Math.max(0, 1 - decibels / FLOOR));
  }

  /** Gives the copy of the microphone back. */
  stop() {
    this.#track.stop();
    this.#context.close().catch(() => undefined);
  }
}
