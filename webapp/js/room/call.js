import { mediaProblem } from "../media/media-problem.js";
import { Messages } from "../messages/messages.js";
import { signalingAddress } from "../signaling/signaling-address.js";
import { AddressPrivacy } from "./address-privacy.js";
import { initialState } from "./call-state.js";
import { OwnSide } from "./own-side.js";
import { RoomWatch } from "./room-watch.js";
import { askForSeat } from "./seat-handover.js";
import { SeatTokens } from "./seat-tokens.js";
import { Visit } from "./visit.js";

/** @typedef {import("../media/media-problem.js").Device} Device */
/** @typedef {import("./call-state.js").CallState} CallState */

/**
 * A call in one room, without any page: it may be used from a page of another origin, if the server allows that.
 * Events: `change`, whenever {@link Call#state} was replaced; `note`, a CustomEvent with an OwnNote of own-side.js.
 * No method throws or rejects; what goes wrong is a state.
 */
export class Call extends EventTarget {
  /** The person before this page: devices, name, what is sent. */
  own = new OwnSide(() => this.#visit?.otherLevel ?? 0);
  /** Text and files between the two. */
  messages;

  #address;
  #roomName;
  #state;
  #privacy = new AddressPrivacy();
  #tokens;
  /** The seat another tab has taken over. */
  #movedSeat = "";
  /** @type {Visit | null} Null while there are no devices yet, in the lobby, and after hanging up. */
  #visit = null;
  /** @type {RoomWatch | null} While in the lobby. */
  #watch = null;
  #wentIn = false;
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
    this.messages = new Messages(`${this.#address.href}#${roomName.normalize("NFC").toLowerCase()}`);
    this.#state = this.#initialState();
    this.own.addEventListener("change", () => this.#update(this.own.facts));
    this.own.addEventListener("sent", () => this.#onSent());
    this.own.addEventListener("note", (event) => {
      if (event instanceof CustomEvent) this.dispatchEvent(new CustomEvent("note", { detail: event.detail }));
    });
  }

  /** @returns {CallState} */
  get state() {
    return this.#state;
  }

  /** Whether the person goes straight in: he wishes to, or was in the room a moment ago. */
  get goesStraightIn() {
    return this.own.entrance.straightIn || this.#tokens.token !== null;
  }

  /** Shows how full the room is, and the devices once the browser gives them; {@link Call#join} goes on from there. */
  async enterLobby() {
    const signal = this.#begin(this.#wishes);
    if (signal === null) return;
    this.#update({ phase: "lobby" });
    this.#watch = new RoomWatch(this.#address, this.#roomName, (roomState, reason) => {
      if (reason === "") this.#update({ roomState });
      else this.#end({ phase: "blocked", reason });
    });
    await this.#prepare(signal);
  }

  /** Joins the room out of the lobby, as soon as the devices are there or known to be none. */
  join() {
    if (this.#state.phase === "lobby" && this.#state.ownStream !== null) this.#enter();
  }

  /**
   * Asks for the devices, then joins the room; whoever has a seat in it already takes that first, and goes on without
   * devices if he gets none. Also the way on after {@link Call#hangUp} and when blocked.
   * @param {readonly Device[]} [wishes] None: join watching and listening only.
   */
  async start(wishes = this.#wishes) {
    this.#wentIn = true;
    const signal = this.#begin(wishes);
    if (signal === null) return;
    // The browser may wait for its person's permission for longer than the server keeps a seat.
    if (this.#tokens.token !== null) this.#enter();
    if ((await this.#prepare(signal)) && this.#visit === null) this.#enter();
  }

  /**
   * @param {readonly Device[]} wishes
   * @returns {AbortSignal | null} Aborted when the devices are no longer waited for; null if this browser cannot call.
   */
  #begin(wishes) {
    this.#stop({ mayReturn: true });
    this.#wishes = wishes;
    this.#attempt = new AbortController();
    this.#update(this.#initialState());
    if (typeof RTCPeerConnection !== "undefined") return this.#attempt.signal;
    this.#update({ phase: "blocked", reason: "no-webrtc" });
    return null;
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<boolean>} Whether the devices are there, and still waited for.
   */
  async #prepare(signal) {
    try {
      await this.own.prepare(this.#wishes, signal);
    } catch (error) {
      if (signal.aborted) return false;
      if (this.#visit === null) {
        this.#block(error);
        return false;
      }
      await this.own.goWithout(mediaProblem(error).reason, signal);
    }
    return !signal.aborted;
  }

  #enter() {
    this.#wentIn = true;
    this.#leaveLobby();
    this.#visit = new Visit({
      address: this.#address,
      roomName: this.#roomName,
      own: this.own,
      messages: this.messages,
      tokens: this.#tokens,
      privacy: this.#privacy,
      update: (change) => this.#update(change),
      onRefused: (reason) => this.#end({ phase: "blocked", reason }),
      onMoved: (participantId) => this.#onMoved(participantId),
    });
  }

  /** Tries again what did not work, at once: the devices, the server, the full room or the connection. */
  tryAgain() {
    const { phase } = this.#state;
    if (phase === "server-unreachable") this.#visit?.seat.reconnect();
    else if (phase === "room-full") this.#visit?.seat.knock();
    else if (phase === "blocked") void (this.#wentIn ? this.start() : this.enterLobby());
    else this.#visit?.restart();
  }

  /** Leaves for good and gives the devices back. */
  hangUp() {
    this.#end({ phase: "hung-up" });
    void this.messages.forget();
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

  /** @returns {Promise<RTCStatsReport | null>} Of the connection to the other participant; null while there is none. */
  async getStats() {
    return (await this.#visit?.getStats()) ?? null;
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

  /** @param {Partial<CallState>} change */
  #end(change) {
    this.#stop({ mayReturn: false });
    this.#update({ ...this.#initialState(), ...change });
  }

  /** @param {{ mayReturn: boolean }} how */
  #stop(how) {
    this.#attempt.abort();
    this.#leaveLobby();
    const visit = this.#visit;
    this.#visit = null;
    visit?.leave(how);
    this.own.release();
  }

  #leaveLobby() {
    this.#watch?.stop();
    this.#watch = null;
  }

  /** @param {string} participantId The seat another tab has now. */
  #onMoved(participantId) {
    this.#movedSeat = participantId;
    this.#visit?.abandon();
    this.#visit = null;
    this.#attempt.abort();
    this.own.release();
    this.#update({ ...this.#initialState(), phase: "moved" });
  }

  #initialState() {
    return { ...initialState(this.#roomName), ...this.own.facts, hideAddress: this.#privacy.state };
  }

  #onSent() {
    this.#visit?.updateTracks();
    this.#update({ reason: this.own.media.reason ?? "" });
  }

  /** @param {unknown} error What kept the devices away. */
  #block(error) {
    const { reason, usable } = mediaProblem(error);
    this.#end({ phase: "blocked", reason, usable });
  }

  /** @param {Partial<CallState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event("change"));
  }
}
