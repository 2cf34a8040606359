import { MediaProblem } from "../media/media-problem.js";
import { signalingAddress } from "../signaling/signaling-address.js";
import { AddressPrivacy } from "./address-privacy.js";
import { initialState } from "./call-state.js";
import { OwnMedia } from "./own-media.js";
import { askForSeat } from "./seat-handover.js";
import { SeatTokens } from "./seat-tokens.js";
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
  #privacy = new AddressPrivacy();
  #tokens;
  /** The seat another tab has taken over. */
  #movedSeat = "";
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
    this.#tokens = new SeatTokens(this.#address, roomName);
    this.#state = this.#initialState();
    this.#media.addEventListener("change", () => this.#onMediaChange());
  }

  /** @returns {CallState} */
  get state() {
    return this.#state;
  }

  /**
   * Asks for the devices, then joins the room; whoever has a seat in it already takes that first. Also the way on after
   * {@link Call#hangUp} and when blocked.
   * @param {readonly Device[]} [wishes] None: join watching and listening only.
   */
  async start(wishes = this.#wishes) {
    this.#stop({ mayReturn: true });
    this.#wishes = wishes;
    const { signal } = (this.#attempt = new AbortController());
    this.#update(this.#initialState());
    if (typeof RTCPeerConnection === "undefined") {
      this.#update({ phase: "blocked", reason: "no-webrtc" });
      return;
    }
    // The browser may wait for its person's permission for longer than the server keeps a seat.
    if (this.#tokens.token !== null) this.#enter();
    try {
      await this.#media.acquire(wishes, signal);
    } catch (error) {
      if (!signal.aborted) this.#block(error);
      return;
    }
    if (signal.aborted) return;
    this.#onMediaChange();
    if (this.#visit === null) this.#enter();
  }

  /** Tries again what did not work, at once: the devices, the server, the full room or the connection. */
  tryAgain() {
    const { phase } = this.#state;
    if (phase === "server-unreachable") this.#visit?.seat.reconnect();
    else if (phase === "room-full") this.#visit?.seat.knock();
    else if (phase === "blocked") void this.start();
    else this.#visit?.restart();
  }

  /** Leaves for good and gives the devices back. */
  hangUp() {
    this.#end({ phase: "hung-up" });
  }

  /** Leaves, and shows nothing of it: for a page that goes away itself, and may come back to its seat. */
  leave() {
    this.#stop({ mayReturn: true });
  }

  /** Takes the call back from the tab that took it over. */
  async takeBack() {
    if (this.#state.phase !== "moved") return;
    const token = await askForSeat(this.#movedSeat);
    if (token !== null) this.#tokens.keep(token);
    await this.start();
  }

  /** The page was out of sight, or the computer asleep: looks whether the server is still there. */
  wake() {
    this.#visit?.seat.doubt();
  }

  /**
   * Hides the own network address from the other participant, or no longer: media goes through relays only.
   * @param {boolean} hide
   */
  hideAddress(hide) {
    this.#privacy.choose(hide);
    if (this.#visit === null) this.#update({ hideAddress: this.#privacy.state });
    else this.#visit.updatePrivacy();
  }

  /** Mutes the microphone, or unmutes it. */
  toggleMicrophone() {
    this.#media.toggleMicrophone();
  }

  /** Turns the camera off, or on. */
  toggleCamera() {
    this.#media.toggleCamera();
  }

  /** Opens the socket and takes a seat, with the devices that are there, and those that come. */
  #enter() {
    this.#visit = new Visit({
      address: this.#address,
      roomName: this.#roomName,
      media: this.#media,
      tokens: this.#tokens,
      privacy: this.#privacy,
      update: (change) => this.#update(change),
      onRefused: (reason) => this.#end({ phase: "blocked", reason }),
      onMoved: (participantId) => this.#onMoved(participantId),
    });
  }

  /** @param {Partial<CallState>} change */
  #end(change) {
    this.#stop({ mayReturn: false });
    this.#update({ ...this.#initialState(), ...change });
  }

  /** @param {{ mayReturn: boolean }} how */
  #stop(how) {
    this.#attempt.abort();
    const visit = this.#visit;
    this.#visit = null;
    visit?.leave(how);
    this.#media.release();
  }

  /** @param {string} participantId The seat another tab has now. */
  #onMoved(participantId) {
    this.#movedSeat = participantId;
    this.#visit?.abandon();
    this.#visit = null;
    this.#attempt.abort();
    this.#media.release();
    this.#update({ ...this.#initialState(), phase: "moved" });
  }

  #initialState() {
    return { ...initialState(this.#roomName), hideAddress: this.#privacy.state };
  }

  #onMediaChange() {
    const { stream, reason, microphone, camera } = this.#media;
    this.#visit?.updateTracks();
    this.#update({ ownStream: stream, reason: reason ?? "", microphone, camera });
  }

  /** @param {unknown} error What kept the devices away. */
  #block(error) {
    this.#visit?.leave({ mayReturn: true });
    this.#visit = null;
    const { reason, usable } = error instanceof MediaProblem ? error : new MediaProblem("media-failed");
    this.#update({ phase: "blocked", reason, usable });
  }

  /** @param {Partial<CallState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event("change"));
  }
}
