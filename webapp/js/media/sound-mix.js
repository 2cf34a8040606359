import { newAudioContext } from "../browser/sound.js";

/** Mixes tracks, such as a microphone and a shared screen's sound, into one: a connection sends one only. */
export class SoundMix {
  #context = newAudioContext();
  #destination = this.#context.createMediaStreamDestination();
  /** @type {Map<MediaStreamTrack, MediaStreamAudioSourceNode>} */
  #sources = new Map();

  /** @param {readonly (MediaStreamTrack | null)[]} tracks Null for none. */
  constructor(tracks) {
    this.use(tracks);
    this.#resume();
    // An interruption of the system suspends it.
    this.#context.addEventListener("statechange", () => this.#resume());
  }

  /** @returns {MediaStreamTrack | null} The mix. */
  get track() {
    return this.#destination.stream.getAudioTracks()[0] ?? null;
  }

  /** @returns {AudioNode} What is heard in the mix is connected to it. */
  get output() {
    return this.#destination;
  }

  /** @param {readonly (MediaStreamTrack | null)[]} tracks In place of those of before; null for none. */
  use(tracks) {
    for (const [track, source] of this.#sources) {
      if (tracks.includes(track)) continue;
      source.disconnect();
      this.#sources.delete(track);
    }
    for (const track of tracks) {
      if (track === null || this.#sources.has(track)) continue;
      const source = this.#context.createMediaStreamSource(new MediaStream([track]));
      source.connect(this.#destination);
      this.#sources.set(track, source);
    }
  }

  /** Ends the mixed track. Those that were mixed go on. */
  stop() {
    this.track?.stop();
    this.#context.close().catch(() => undefined);
  }

  #resume() {
    if (this.#context.state !== "running" && this.#context.state !== "closed")
      this.#context.resume().catch(() => undefined);
  }
}
