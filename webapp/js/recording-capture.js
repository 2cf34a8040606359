import { AudioClock } from "./media/audio-clock.js";
import { SoundMix } from "./media/sound-mix.js";
import { isOwnPictureSent, isPeerPictureThere } from "./room/pictures.js";
import { RecordingCanvas } from "./ui/recording/recording-canvas.js";

/**
 * What a recording contains: at each moment what is sent, and what arrives if both participants are recorded. It has no
 * device of its own and no copy of a track, which would go on when the call's is muted, off or ended.
 */
export class RecordingCapture {
  #call;
  #what;
  #canvas;
  #mix;
  #clock;

  /**
   * @param {HTMLElement} main
   * @param {import("./room/call.js").Call} call
   * @param {"call" | "own"} what
   */
  constructor(main, call, what) {
    this.#call = call;
    this.#what = what;
    const video = (/** @type {string} */ id) => /** @type {HTMLVideoElement} */ (main.querySelector(id));
    const own = { video: video("#own-video"), isThere: () => isOwnPictureSent(call.state) };
    const peer = { video: video("#remote-video"), isThere: () => isPeerPictureThere(call.state) };
    this.#canvas = what === "call" ? new RecordingCanvas(peer, own) : new RecordingCanvas(own, null);
    this.#mix = new SoundMix(this.#heard);
    this.#clock = new AudioClock(this.#mix.output, RecordingCanvas.interval, () => this.#canvas.draw());
  }

  /** @returns {MediaStream} One video track and one audio track, whatever the call sends. */
  get stream() {
    return new MediaStream([this.#canvas.track, this.#mix.track].filter((track) => track !== null));
  }

  /** Another microphone may be sent now, or the sound of a screen; the peer may have a new connection. */
  update() {
    this.#mix.use(this.#heard);
  }

  /** Ends the tracks of the recording. Those of the call go on. */
  stop() {
    this.#clock.stop();
    this.#canvas.stop();
    this.#mix.stop();
  }

  /** @returns {(MediaStreamTrack | null)[]} */
  get #heard() {
    const { local, state } = this.#call;
    const peer = this.#what === "call" ? (state.remoteStream?.getAudioTracks()[0] ?? null) : null;
    return [peer, local.media.audio];
  }
}
