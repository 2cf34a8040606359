/** A microphone and another sound, such as a shared screen's, in one track: a connection sends one. */
export class SoundMix {
  #context = new AudioContext();
  #destination = this.#context.createMediaStreamDestination();
  /** @type {MediaStreamAudioSourceNode | null} */
  #microphone = null;
  /** @type {MediaStreamTrack | null} */
  #microphoneTrack = null;

  /**
   * @param {MediaStreamTrack | null} sound
   * @param {MediaStreamTrack | null} microphone
   */
  constructor(sound, microphone) {
    if (sound !== null) this.#source(sound).connect(this.#destination);
    this.setMicrophone(microphone);
    this.#context.resume().catch(() => undefined);
  }

  /** @returns {MediaStreamTrack | null} Both together. */
  get track() {
    return this.#destination.stream.getAudioTracks()[0] ?? null;
  }

  /** @param {MediaStreamTrack | null} microphone Takes the place of the one of before. */
  setMicrophone(microphone) {
    if (microphone === this.#microphoneTrack) return;
    this.#microphoneTrack = microphone;
    this.#microphone?.disconnect();
    this.#microphone = microphone === null ? null : this.#source(microphone);
    this.#microphone?.connect(this.#destination);
  }

  /** Ends the track; the two sounds are left as they are. */
  stop() {
    this.track?.stop();
    this.#context.close().catch(() => undefined);
  }

  /** @param {MediaStreamTrack} track */
  #source(track) {
    return this.#context.createMediaStreamSource(new MediaStream([track]));
  }
}
