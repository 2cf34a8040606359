import { mediaProblem } from "../media/media-problem.js";
import { Messages } from "../messages/messages.js";
import { signalingAddress } from "../signaling/signaling-address.js";
import { initialState } from "./call-state.js";
import { RoomOccupancyPoller } from "./lobby/room-occupancy-poller.js";
import { LocalParticipant } from "./local/local-participant.js";
import { AddressPrivacy } from "./seat/address-privacy.js";
import { askForSeat } from "./seat/seat-handover.js";
import { SeatTokens } from "./seat/seat-tokens.js";
import { Visit } from "./visit.js";

/** @typedef {import("../media/media-problem.js").Device} Device */
/** @typedef {import("./call-state.js").CallState} CallState */

/**
 * A call in one room, without any page. Pages of another origin can use it if the server allows their origin.
 * Events: `change`, whenever {@link Call#state} was replaced; `note`, a CustomEvent whose detail is a LocalNote of
 * local/local-participant.js. No method throws or rejects: what goes wrong is a state.
 */
export class Call extends EventTarget {
  /** The local participant: devices, name, what is sent. */
  local = new LocalParticipant(() => this.#visit?.peer?.link.level.read() ?? 0);
  /** Chat and files. */
  messages;

  #address;
  #roomName;
  #state;
  #privacy = new AddressPrivacy();
  #tokens;
  /** The id of the seat that another tab has taken over. */
  #movedSeat = "";
  /** @type {Visit | null} Null in the lobby, until there are devices, and after hanging up. */
  #visit = null;
  /** @type {RoomOccupancyPoller | null} While in the lobby. */
  #poller = null;
  #hasEntered = false;
  /** @type {readonly Device[]} */
  #wishes = ["camera", "microphone"];
  /** Aborted when the devices are no longer waited for. */
  #attempt = new AbortController();

  /**
   * @param {{ serverUrl: string | URL, roomName: string }} options `serverUrl`: address of the application, e.g.
   *   `https://example.org/video-chat-room/`.
   * @throws {TypeError} If `serverUrl` is not an absolute http or https address.
   */
  constructor({ serverUrl, roomName }) {
    super();
    this.#address = signalingAddress(serverUrl);
    this.#roomName = roomName;
    this.#tokens = new SeatTokens(this.#address, roomName);
    this.messages = new Messages(`${this.#address.href}#${roomName.normalize("NFC").toLowerCase()}`);
    this.#state = this.#initialState();
    this.local.addEventListener("change", () => this.#update(this.local.facts));
    this.local.addEventListener("sent", () => this.#onSent());
    this.local.addEventListener("note", (event) => {
      if (event instanceof CustomEvent) this.dispatchEvent(new CustomEvent("note", { detail: event.detail }));
    });
  }

  /** @returns {CallState} */
  get state() {
    return this.#state;
  }

  /** Whether to leave out the lobby: the person has chosen that, or this tab has a seat in the room. */
  get goesStraightIn() {
    return this.local.entrance.straightIn || this.#tokens.token !== null;
  }

  /** Shows how full the room is, and opens the devices. Continue with {@link Call#join}. */
  async enterLobby() {
    const signal = this.#begin(this.#wishes);
    if (signal === null) return;
    this.#update({ phase: "lobby" });
    this.#poller = new RoomOccupancyPoller(this.#address, this.#roomName, (roomState, reason) => {
      if (reason === "") this.#update({ roomState });
      else this.#end({ phase: "blocked", reason });
    });
    await this.#prepare(signal);
  }

  /** Joins the room from the lobby. Does nothing until the devices are there, or known to be missing. */
  join() {
    if (this.#state.phase === "lobby" && this.#state.ownStream !== null) this.#enter();
  }

  /**
   * Opens the devices, then joins the room. A tab that has a seat in the room takes that first, and goes on without
   * devices if they fail. Also the way to continue after {@link Call#hangUp} and in the phase "blocked".
   * @param {readonly Device[]} [wishes] None: join to watch and listen only.
   */
  async start(wishes = this.#wishes) {
    this.#hasEntered = true;
    const signal = this.#begin(wishes);
    if (signal === null) return;
    // The browser may wait for the person's permission for longer than the server keeps a seat.
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
      await this.local.prepare(this.#wishes, signal);
    } catch (error) {
      if (signal.aborted) return false;
      if (this.#visit === null) {
        this.#block(error);
        return false;
      }
      await this.local.goWithout(mediaProblem(error).reason, signal);
    }
    return !signal.aborted;
  }

  #enter() {
    this.#hasEntered = true;
    this.#leaveLobby();
    this.#visit = new Visit({
      address: this.#address,
      roomName: this.#roomName,
      local: this.local,
      messages: this.messages,
      tokens: this.#tokens,
      privacy: this.#privacy,
      update: (change) => this.#update(change),
      onRefused: (reason) => this.#end({ phase: "blocked", reason }),
      onMoved: (participantId) => this.#onMoved(participantId),
    });
  }

  /** Tries again at once what did not work: the devices, the server, the full room or the connection. */
  tryAgain() {
    const { phase } = this.#state;
    if (phase === "server-unreachable") this.#visit?.seat.reconnect();
    else if (phase === "room-full") this.#visit?.seat.requestSeat();
    else if (phase === "blocked") void (this.#hasEntered ? this.start() : this.enterLobby());
    else this.#visit?.peer?.monitor.restart();
  }

  /** Leaves for good, releases the devices, and deletes chat and files. */
  hangUp() {
    this.#end({ phase: "hung-up" });
    void this.messages.forget();
  }

  /** Leaves without a change of the state: for a page that goes away and may come back to its seat. */
  leave() {
    this.#stop({ mayReturn: true });
  }

  /** Takes the call back from the tab that has taken it over. Does nothing in other phases than "moved". */
  async takeBack() {
    if (this.#state.phase !== "moved") return;
    const token = await askForSeat(this.#movedSeat);
    if (token !== null) this.#tokens.keep(token);
    await this.start();
  }

  /** @returns {Promise<RTCStatsReport | null>} Of the connection to the peer; null while there is none. */
  async getStats() {
    return (await this.#visit?.peer?.link.getStats()) ?? null;
  }

  /** Checks whether the server is still there. For a page that becomes visible again. */
  wake() {
    this.#visit?.seat.doubt();
  }

  /**
   * Hides the local network address from the peer, or no longer: media goes through relays only.
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
    this.local.release();
  }

  #leaveLobby() {
    this.#poller?.stop();
    this.#poller = null;
  }

  /** @param {string} participantId Of the seat that another tab has now. */
  #onMoved(participantId) {
    this.#movedSeat = participantId;
    this.#visit?.abandon();
    this.#visit = null;
    this.#attempt.abort();
    this.local.release();
    this.#update({ ...this.#initialState(), phase: "moved" });
  }

  #initialState() {
    return { ...initialState(this.#roomName), ...this.local.facts, hideAddress: this.#privacy.state };
  }

  #onSent() {
    this.#visit?.updateTracks();
    this.#update({ reason: this.local.media.reason ?? "" });
  }

  /** @param {unknown} error Why the devices could not be opened. */
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
