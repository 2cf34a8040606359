import { mediaProblem, PATIENCE_WITH_DEVICES } from "../media/media-problem.js";
import { Messages } from "../messages/messages.js";
import { signalingAddress } from "../signaling/signaling-address.js";
import { initialState } from "./call-state.js";
import { RoomOccupancyPoller } from "./lobby/room-occupancy-poller.js";
import { LocalParticipant } from "./local/local-participant.js";
import { roomKey } from "./room-key.js";
import { AddressPrivacy } from "./seat/address-privacy.js";
import { takeSeatBack } from "./seat/seat-handover.js";
import { SeatTokens } from "./seat/seat-tokens.js";
import { Visit } from "./visit.js";

/** @typedef {import("./call-state.js").CallState} CallState */

/**
 * A call in one room, without any page. Pages of another origin can use it if the server allows their origin.
 * Events: `change`, whenever {@link Call#state} was replaced; `note`, a CustomEvent whose detail is a LocalNote of
 * local/local-participant.js. No method throws or rejects: what goes wrong is a state.
 */
export class Call extends EventTarget {
  /** The local participant: devices, name, what is sent. */
  local;
  /** Chat and files. */
  messages;

  /** What every visit to the room needs. */
  #parts;
  #state;
  /** The id of the seat that another tab has taken over. */
  #movedSeat = "";
  /** @type {Visit | null} Null in the lobby, until there are devices, and after hanging up. */
  #visit = null;
  /** @type {RoomOccupancyPoller | undefined} Of the last lobby. */
  #poller;

  /**
   * @param {{ serverUrl: string | URL, roomName: string }} options `serverUrl`: address of the application, e.g.
   *   `https://example.org/video-chat-room/`.
   * @throws {TypeError} If `serverUrl` is not an absolute http or https address.
   */
  constructor({ serverUrl, roomName }) {
    super();
    const address = signalingAddress(serverUrl);
    const key = roomKey(address, roomName);
    this.local = new LocalParticipant(key, () => this.#visit?.peer?.link.level.read() ?? 0);
    this.messages = new Messages(key);
    const [tokens, privacy] = [new SeatTokens(address, roomName), new AddressPrivacy()];
    this.#parts = { key, address, roomName, local: this.local, messages: this.messages, tokens, privacy };
    this.#state = this.#initialState();
    this.local.addEventListener("change", () => this.#update(this.local.facts));
    this.local.addEventListener("sent", () => {
      this.#visit?.updateTracks();
      this.#update({ reason: this.local.media.reason ?? "" });
    });
    const pass = (/** @type {any} */ { detail }) => this.dispatchEvent(new CustomEvent("note", { detail }));
    this.local.addEventListener("note", pass);
  }

  /** @returns {CallState} */
  get state() {
    return this.#state;
  }

  /** Whether this tab has a seat in the room. The server may no longer keep it. */
  get hasSeat() {
    return this.#parts.tokens.token !== null;
  }

  /** Whether the lobby is left out: the person wants that, and was in this room before. */
  get goesStraightIn() {
    return this.local.entrance.leadsStraightInto(this.#parts.key);
  }

  /**
   * Shows how full the room is. Continue with {@link Call#join}.
   * @param {{ preview?: boolean }} [options] `preview`: whether to open the devices now, and not with the joining.
   */
  async enterLobby({ preview = true } = {}) {
    if (!this.#begin()) return;
    this.#update({ phase: "lobby" });
    const { address, roomName } = this.#parts;
    this.#poller = new RoomOccupancyPoller(address, roomName, (roomState, reason) =>
      reason === "" ? this.#update({ roomState }) : this.#end({ phase: "blocked", reason }),
    );
    if (preview) await this.preview();
  }

  /** Opens the devices in the lobby. */
  async preview() {
    if (this.#state.phase !== "lobby" || this.#state.previewing) return;
    this.#update({ previewing: true });
    await this.#prepare();
  }

  /** Joins the room from the lobby. Does nothing while the devices are being opened. */
  join() {
    if (this.#state.phase !== "lobby") return;
    if (!this.#state.previewing) void this.start();
    else if (this.#state.ownStream !== null) this.#enter();
  }

  /**
   * Opens the devices, then joins the room. Also continues after {@link Call#hangUp} and in the phase "blocked".
   * @param {readonly import("../media/media-problem.js").Device[]} [wishes] None: join to watch and listen only.
   */
  async start(wishes = this.local.switches.wishes) {
    this.local.switches.wish(wishes);
    if (this.#begin() && (await this.#prepare())) this.#enter();
  }

  /**
   * Takes the seat that this tab had before a reload, with what was off still off; enters the lobby if it is gone.
   * @param {{ preview?: boolean }} [options] `preview`: whether to open the devices before the seat is certain.
   */
  async comeBack({ preview = true } = {}) {
    this.local.switches.comeBack();
    if (!this.#begin()) return;
    // The seat comes first: a browser may wait for the person's permission for longer than the server keeps it.
    await new Promise((/** @type {(value?: undefined) => void} */ onSeated) => {
      this.#enter({ onSeated, onSeatGone: () => void this.enterLobby({ preview }) });
      if (preview) onSeated();
    });
    await this.#prepare();
  }

  /** @returns {boolean} Whether this browser can call. */
  #begin() {
    this.#stop({ mayReturn: true });
    const canCall = typeof RTCPeerConnection !== "undefined";
    if (canCall) this.#update(this.#initialState());
    else this.#update({ ...this.#initialState(), phase: "blocked", reason: "no-webrtc" });
    return canCall;
  }

  /** @returns {Promise<boolean>} Whether the devices are there, and still waited for. */
  async #prepare() {
    const waiting = setTimeout(() => this.#update({ reason: "devices-waiting" }), PATIENCE_WITH_DEVICES);
    try {
      return await this.local.prepare(this.local.switches.wishes);
    } catch (error) {
      const { reason, usable } = mediaProblem(error);
      if (this.#visit !== null) return await this.local.goWithout(reason);
      this.#end({ phase: "blocked", reason, usable, previewing: this.#state.previewing });
      return false;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** @param {Pick<import("./visit.js").VisitOptions, "onSeated" | "onSeatGone">} [returning] To the own seat only. */
  #enter(returning = {}) {
    this.local.switches.wish(this.local.switches.wishes);
    this.#poller?.stop();
    this.#visit = new Visit({
      ...this.#parts,
      update: (change) => this.#update(change),
      ...returning,
      onSeated: () => {
        this.local.entrance.entered(this.#parts.key);
        returning.onSeated?.();
      },
      onRefused: (reason) => this.#end({ phase: "blocked", reason }),
      onExceeded: () => this.#end({ phase: "blocked", reason: "peer-flood" }),
      onMoved: (participantId) => {
        this.#movedSeat = participantId;
        this.#stop("abandon");
        this.#update({ ...this.#initialState(), phase: "moved" });
      },
    });
  }

  /** Tries again at once what did not work: the devices, the server, the full room or the connection. */
  tryAgain() {
    const { phase } = this.#state;
    if (phase === "server-unreachable") this.#visit?.seat.reconnect();
    else if (phase === "room-full") this.#visit?.seat.requestSeat();
    else if (phase === "blocked") void (this.#state.previewing ? this.enterLobby() : this.start());
    else this.#visit?.peer?.monitor.restart();
  }

  /** Leaves for good, releases the devices, and deletes chat and files. */
  hangUp() {
    this.#end({ phase: "hung-up" });
    this.local.forget();
    void this.messages.forget();
  }

  /** Leaves without a change of the state: for a page that goes away and may come back to its seat. */
  leave() {
    this.#stop({ mayReturn: true });
  }

  /** Takes the call back from the tab that has taken it over. Does nothing in other phases than "moved". */
  async takeBack() {
    if (this.#state.phase !== "moved") return;
    await takeSeatBack(this.#movedSeat, this.#parts.tokens, this.local.switches);
    await this.start();
  }

  /** Checks whether server and devices are still there. For a page that becomes visible again. */
  wake() {
    this.local.wake();
    this.#visit?.seat.doubt();
  }

  /** Of the connection to the peer; null while there is none. */
  async getStats() {
    return (await this.#visit?.peer?.link.getStats()) ?? null;
  }

  /**
   * Hides the local network address from the peer, or no longer: media goes through relays only.
   * @param {boolean} hide
   */
  hideAddress(hide) {
    const { privacy } = this.#parts;
    privacy.choose(hide);
    if (this.#visit === null) this.#update({ hideAddress: privacy.state });
    else this.#visit.updatePrivacy();
  }

  /** @param {Partial<CallState>} change */
  #end(change) {
    this.#stop({ mayReturn: false });
    this.#update({ ...this.#initialState(), ...change });
  }

  /** @param {{ mayReturn: boolean } | "abandon"} how */
  #stop(how) {
    // The devices first: whatever the other side has sent, it sees and hears nothing more.
    this.local.release();
    this.#poller?.stop();
    const visit = this.#visit;
    this.#visit = null;
    if (how === "abandon") visit?.abandon();
    else visit?.leave(how);
  }

  #initialState() {
    const { roomName, privacy } = this.#parts;
    return { ...initialState(roomName), ...this.local.facts, hideAddress: privacy.state };
  }

  /** @param {Partial<CallState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event("change"));
  }
}
