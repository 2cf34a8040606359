import { watchNetwork } from "../../signaling/network-changes.js";
import { SignalingClient } from "../../signaling/signaling-client.js";
import { offerSeat } from "./seat-handover.js";

/** @typedef {import("../../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../../protocol/messages.js").ServerMessage} ServerMessage */
/** @typedef {import("../../protocol/messages.js").Joined} Joined */

/**
 * @typedef {object} SeatOptions
 * @property {URL} address Of the signaling socket.
 * @property {string} roomName
 * @property {import("./seat-tokens.js").SeatTokens} tokens
 * @property {() => import("./seat-handover.js").DevicesOn} devicesOn
 * @property {boolean} onlyReturns Whether to take the previous seat only, at first.
 * @property {() => boolean} keepsConnection Whether the connection to the peer is still there.
 * @property {(message: ServerMessage) => void} onMessage
 * @property {() => void} onChange The socket was lost or is open again.
 * @property {(participantId: string) => void} onMoved Another tab has the seat now.
 */

/**
 * The local participant's seat in a room: taken, kept while sockets are lost, and given up. Events: `networkgone` (there
 * is no network) and `networkchanged` (there is a network again). Both come after the seat has replaced its socket.
 */
export class Seat extends EventTarget {
  #options;
  #signaling;
  #stopWatching;
  #participantId = "";
  #networkGoneAt = 0;
  #onlyReturns;
  /** @type {() => void} */
  #withdrawOffer = () => undefined;

  /** Whether the server has seated this participant on the present socket. */
  isTaken = false;
  /** Whether the room was full. */
  isRefused = false;
  /** Whether the latest request said that the connection to the peer is still there. The server passes that on. */
  announcedConnection = false;
  /** @type {number | null} When the next attempt to reach the server starts, in ms of `performance.now()`; null if none is due. */
  retryAt = null;

  /** @param {SeatOptions} options */
  constructor(options) {
    super();
    this.#options = options;
    this.#onlyReturns = options.onlyReturns;
    this.#signaling = new SignalingClient(options.address, {
      onOpen: () => this.requestSeat(),
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

  /** Opens the socket, and requests a seat as soon as it is open. */
  open() {
    this.#signaling.connect();
  }

  /** Requests a seat: the previous one, if there was one. */
  requestSeat() {
    const { roomName, tokens, keepsConnection, onChange } = this.#options;
    const resume = tokens.token === null ? {} : { resumeToken: tokens.token };
    this.announcedConnection = keepsConnection();
    const data = {
      roomName,
      ...resume,
      attempt: tokens.attempt,
      keepsConnection: this.announcedConnection,
      waits: true,
      onlyReturns: this.#onlyReturns,
    };
    this.retryAt = null;
    this.#signaling.send({ event: "join_room", data });
    onChange();
  }

  /**
   * The server has given a seat.
   * @param {Joined} joined The server's answer.
   */
  take({ participantId, resumeToken }) {
    const { tokens, devicesOn } = this.#options;
    this.isTaken = true;
    this.isRefused = false;
    this.#onlyReturns = false;
    this.#participantId = participantId;
    tokens.keep(resumeToken);
    this.#withdrawOffer();
    this.#withdrawOffer = offerSeat(participantId, () => ({ token: tokens.token, on: devicesOn() }));
  }

  /** The room is full. */
  refuse() {
    this.isTaken = false;
    this.isRefused = true;
  }

  /**
   * @param {ClientMessage} message
   * @returns {boolean} Whether it was sent. Without a seat it is not: the server would refuse it.
   */
  send(message) {
    return this.isTaken && this.#signaling.send(message);
  }

  /** Takes the seat again, on a new socket. */
  takeAgain() {
    this.#signaling.replace();
  }

  /** Tries to reach the server at once. */
  reconnect() {
    this.#signaling.retryNow();
  }

  /** Checks whether the socket still works. */
  doubt() {
    this.#signaling.probe();
  }

  /**
   * Leaves the room.
   * @param {{ mayReturn: boolean }} how Whether the page goes away and may come back to the same seat.
   */
  leave({ mayReturn }) {
    this.#signaling.send(mayReturn ? { event: "leave_room", data: { mayReturn } } : { event: "leave_room" });
    if (!mayReturn) this.#options.tokens.forget();
    this.abandon();
  }

  /** Closes the socket without leaving the room: another tab has the seat. */
  abandon() {
    this.isTaken = false;
    this.#stopWatching();
    this.#withdrawOffer();
    this.#signaling.close();
  }

  #onNetworkGone() {
    this.#networkGoneAt = performance.now();
    // Another network may be there long before the browser reports it.
    this.#signaling.replace();
    this.dispatchEvent(new Event("networkgone"));
  }

  #onNetworkChanged() {
    const isOfNewNetwork = this.#networkGoneAt !== 0 && this.#signaling.openedAt > this.#networkGoneAt;
    this.#networkGoneAt = 0;
    // The new socket comes before the ICE restart, which needs fresh ICE servers and a socket that works.
    if (isOfNewNetwork) this.doubt();
    else this.#signaling.replace();
    this.dispatchEvent(new Event("networkchanged"));
  }

  /** @param {number} retryAt */
  #onLost(retryAt) {
    this.isTaken = false;
    this.isRefused = false;
    this.retryAt = retryAt;
    this.#options.onChange();
  }
}
