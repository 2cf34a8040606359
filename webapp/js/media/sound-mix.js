/** Mixes a microphone and another sound, such as a shared screen's, into one track: a connection sends one only. */
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

  /** @returns {MediaStreamTrack | null} The mix. */
  get track() {
    return this.#destination.stream.getAudioTracks()[0] ?? null;
  }

  /** @param {MediaStreamTrack | null} microphone Replaces the previous one. */
  setMicrophone(microphone) {
    if (microphone === this.#microphoneTrack) return;
    this.#microphoneTrack = microphone;
    this.#microphone?.disconnect();
    this.#microphone = microphone === null ? null : this.#source(microphone);
    this.#microphone?.connect(this.#destination);
  }

  /** Ends the mixed track. The two source tracks go on. */
  stop() {
    this.track?.stop();
    this.#context.close().catch(() => undefined);
  }

  /** @param {MediaStreamTrack} track */
  #source(track) {
    return this.#context.createMediaStreamSource(new MediaStream([track]));
  }
}
