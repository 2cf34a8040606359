import { MediaProblem } from "../media/media-problem.js";
import { signalingAddress } from "../signaling/signaling-address.js";
import { initialState } from "./call-state.js";
import { OwnMedia } from "./own-media.js";
import { Visit } from "./visit.js";

/** @typedef {import("../media/media-problem.js").Device} Device */
/** @typedef {import("./call-state.js").CallState} CallState */

/**
 * A call in one room, without any page: it may be used from a page of another origin, if the server allows that.
 * Event: `change`, whenever {@link Call#state} was replaced. No method throws or rejects; what goes wrong is a state.
 */
export class Call extends EventTarget {
  #address;
  #roomName;
  #state;
  #media = new OwnMedia();
  /** @type {Visit | null} Null while there are no devices yet, and after hanging up. */
  #visit = null;
  /** @type {readonly Device[]} */
  #wishes = ["camera", "microphone"];
  /** Aborted when the present wait for devices is over. */
  #attempt = new AbortController();

  /**
   * @param {{ serverUrl: string | URL, roomName: string }} options `serverUrl`: where the server's application is, e.g.
   *   `https://example.org/video-chat-room/`.
   * @throws {TypeError} If `serverUrl` is no absolute http or https address.
   */
  constructor({ serverUrl, roomName }) {
    super();
    this.#address = signalingAddress(serverUrl);
    this.#roomName = roomName;
    this.#state = initialState(roomName);
    this.#media.addEventListener("change", () => this.#onMediaChange());
  }

  /** @returns {CallState} */
  get state() {
    return this.#state;
  }

  /**
   * Asks for the devices, then joins the room. Also the way on after {@link Call#hangUp} and when blocked.
   * @param {readonly Device[]} [wishes] None: join watching and listening only.
   */
  async start(wishes = this.#wishes) {
    this.leave();
    this.#wishes = wishes;
    const { signal } = (this.#attempt = new AbortController());
    this.#update(initialState(this.#roomName));
    if (typeof RTCPeerConnection === "undefined") {
      this.#update({ phase: "blocked", reason: "no-webrtc" });
      return;
    }
    try {
      await this.#media.acquire(wishes, signal);
    } catch (error) {
      if (!signal.aborted) this.#block(error);
      return;
    }
    if (signal.aborted) return;
    this.#onMediaChange();
    this.#visit = new Visit({
      address: this.#address,
      roomName: this.#roomName,
      media: this.#media,
      update: (change) => this.#update(change),
      onRefused: (reason) => this.#end({ phase: "blocked", reason }),
    });
  }

  /** Tries again what did not work, at once: the devices, the server, the full room or the connection. */
  tryAgain() {
    const { phase } = this.#state;
    if (phase === "server-unreachable") this.#visit?.reconnect();
    else if (phase === "room-full") this.#visit?.knock();
    else if (phase === "blocked") void this.start();
    else this.#visit?.restart();
  }

  /** Leaves for good and gives the devices back. */
  hangUp() {
    this.#end({ phase: "hung-up" });
  }

  /** Leaves, and shows nothing of it: for a page that goes away itself. */
  leave() {
    this.#attempt.abort();
    this.#visit?.leave();
    this.#visit = null;
    this.#media.release();
  }

  /** Mutes the microphone, or unmutes it. */
  toggleMicrophone() {
    this.#media.toggleMicrophone();
  }

  /** Turns the camera off, or on. */
  toggleCamera() {
    this.#media.toggleCamera();
  }

  /** @param {Partial<CallState>} change */
  #end(change) {
    this.leave();
    this.#update({ ...initialState(this.#roomName), ...change });
  }

  #onMediaChange() {
    const { stream, reason, microphone, camera } = this.#media;
    this.#visit?.updateTracks();
    this.#update({ ownStream: stream, reason: reason ?? "", microphone, camera });
  }

  /** @param {unknown} error What kept the devices away. */
  #block(error) {
    const { reason, usable } = error instanceof MediaProblem ? error : new MediaProblem("media-failed");
    this.#update({ phase: "blocked", reason, usable });
  }

  /** @param {Partial<CallState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event("change"));
  }
}
