import { watchNetwork } from "../signaling/network-changes.js";
import { SignalingClient } from "../signaling/signaling-client.js";
import { offerSeat } from "./seat-handover.js";

/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../protocol/messages.js").ServerMessage} ServerMessage */
/** @typedef {import("../protocol/messages.js").Joined} Joined */

/**
 * @typedef {object} SeatOptions
 * @property {URL} address Of the signaling socket.
 * @property {string} roomName
 * @property {import("./seat-tokens.js").SeatTokens} tokens
 * @property {() => boolean} keepsConnection Whether the connection to the other participant is still there.
 * @property {(message: ServerMessage) => void} onMessage
 * @property {() => void} onChange The socket was lost or is open again.
 * @property {() => void} onNetworkGone
 * @property {() => void} onNetworkChanged
 * @property {(participantId: string) => void} onMoved Another tab has the seat now.
 */

/** The own seat in a room: taken, kept through lost sockets, and given up. */
export class Seat {
  #options;
  #signaling;
  #stopWatching;
  #participantId = "";
  #networkGoneAt = 0;
  /** @type {() => void} */
  #withdrawOffer = () => undefined;

  /** Whether the server has seated this participant on the present socket. */
  isTaken = false;
  /** Whether the room was full. */
  isRefused = false;
  /** @type {number | null} When the server is tried next, in ms since 1970; null while the socket is open. */
  retryAt = null;

  /** @param {SeatOptions} options */
  constructor(options) {
    this.#options = options;
    this.#signaling = new SignalingClient(options.address, {
      onOpen: () => this.knock(),
      onMessage: options.onMessage,
      onLost: (retryAt) => this.#onLost(retryAt),
      onTakenOver: () => options.onMoved(this.#participantId),
    });
    this.#stopWatching = watchNetwork({
      onGone: () => this.#onNetworkGone(),
      onChanged: () => this.#onNetworkChanged(),
      onDoubt: () => this.doubt(),
    });
  }

  /** Opens the socket, and asks for the seat as soon as it is open. */
  open() {
    this.#signaling.connect();
  }

  /** Asks for a seat: the own one, if there was one. */
  knock() {
    const { roomName, tokens, keepsConnection, onChange } = this.#options;
    const resume = tokens.token === null ? {} : { resumeToken: tokens.token };
    const data = { roomName, ...resume, attempt: tokens.attempt, keepsConnection: keepsConnection(), waits: true };
    this.retryAt = null;
    this.#signaling.send({ event: "join_room", data });
    onChange();
  }

  /** @param {Joined} joined What the server answered. */
  take({ participantId, resumeToken }) {
    const { tokens } = this.#options;
    this.isTaken = true;
    this.isRefused = false;
    this.#participantId = participantId;
    tokens.keep(resumeToken);
    this.#withdrawOffer();
    this.#withdrawOffer = offerSeat(participantId, () => tokens.token);
  }

  /** The room is full. */
  refuse() {
    this.isTaken = false;
    this.isRefused = true;
  }

  /**
   * @param {ClientMessage} message
   * @returns {boolean} Whether it is on its way: without a seat it would only be refused.
   */
  send(message) {
    return this.isTaken && this.#signaling.send(message);
  }

  /** Takes the own seat again, on a new socket. */
  takeAgain() {
    this.#signaling.replace();
  }

  /** Tries to reach the server at once. */
  reconnect() {
    this.#signaling.retryNow();
  }

  /** The socket is to prove that it lives. */
  doubt() {
    this.#signaling.probe();
  }

  /** @param {{ mayReturn: boolean }} how Whether the page goes away and may come back to the same seat. */
  leave({ mayReturn }) {
    this.#signaling.send(mayReturn ? { event: "leave_room", data: { mayReturn } } : { event: "leave_room" });
    if (!mayReturn) this.#options.tokens.forget();
    this.abandon();
  }

  /** Leaves it to another tab. */
  abandon() {
    this.isTaken = false;
    this.#stopWatching();
    this.#withdrawOffer();
    this.#signaling.close();
  }

  #onNetworkGone() {
    this.#networkGoneAt = Date.now();
    this.#options.onNetworkGone();
    // Another network may be there long before the browser says so.
    this.#signaling.replace();
  }

  #onNetworkChanged() {
    const ofNewNetwork = this.#networkGoneAt !== 0 && this.#signaling.openedAt > this.#networkGoneAt;
    this.#networkGoneAt = 0;
    // The new socket first: fresh servers for the restart come with it, and nothing comes by the old one any more.
    if (ofNewNetwork) this.doubt();
    else this.#signaling.replace();
    this.#options.onNetworkChanged();
  }

  /** @param {number} retryAt */
  #onLost(retryAt) {
    this.isTaken = false;
    this.isRefused = false;
    this.retryAt = retryAt;
    this.#options.onChange();
  }
}
