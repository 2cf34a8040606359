import { decode, encode, ProtocolError, TAKEN_OVER } from "../protocol/messages.js";
import { retryDelay } from "./retry-policy.js";
import { SocketOpening } from "./socket-opening.js";

/** @typedef {import("../protocol/messages.js").ServerMessage} ServerMessage */
/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */

/** Milliseconds between two looks at the socket. */
const LOOK_INTERVAL = 1_000;
/** Milliseconds between two pings: a browser cannot send websocket pings of its own. */
const PING_INTERVAL = 5_000;
/** Milliseconds without any frame after which the socket counts as dead, if a ping went unanswered. */
const SILENCE_LIMIT = 12_000;
/** Milliseconds an answer may take when there is reason to doubt the socket: at least, at most, and in round trips. */
const DOUBTED_SILENCE_LIMIT = { least: 400, most: 1_500, roundTrips: 4 };
/** Milliseconds a socket may take to open, from the first attempt on: what was sent into a dead network stays lost. */
const OPENING_LIMITS = [3_000, 3_000, 3_000, 5_000];
const LAST_OPENING_LIMIT = 10_000;

/**
 * @typedef {object} SignalingHandlers
 * @property {() => void} onOpen A fresh socket is open: nothing of the last one holds any more, so join again.
 * @property {(message: ServerMessage) => void} onMessage
 * @property {(retryAt: number) => void} onLost The socket is gone; the next attempt starts at `retryAt` (ms since 1970).
 * @property {() => void} onTakenOver Another socket took the seat: this client is closed for good.
 */

/**
 * The one websocket to the server, kept open for as long as the client is: it retries for ever. What is sent while the
 * socket is down is dropped, never replayed: it belongs to a negotiation that is over.
 */
export class SignalingClient {
  #url;
  #handlers;
  #WebSocket;
  /** @type {WebSocket | null} The open one. */
  #socket = null;
  /** @type {SocketOpening | null} */
  #opening = null;
  #openedAt = 0;
  #attempt = 0;
  /** Milliseconds a ping took last. */
  #roundTrip = DOUBTED_SILENCE_LIMIT.most;
  #lastFrameAt = 0;
  #lastPingAt = 0;
  /** @type {number | null} When the oldest unanswered ping was sent. */
  #unansweredSince = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retryTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #doubtTimer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #lookTimer;

  /**
   * @param {URL} url `ws:` or `wss:`
   * @param {SignalingHandlers} handlers
   * @param {{ WebSocket?: typeof WebSocket }} [options] Another class of socket, for tests.
   */
  constructor(url, handlers, options = {}) {
    this.#url = url;
    this.#handlers = handlers;
    this.#WebSocket = options.WebSocket ?? WebSocket;
  }

  /** Whether messages go out now, as far as is known. */
  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** When the present socket opened, in ms since 1970; 0 if none is open. */
  get openedAt() {
    return this.isOpen ? this.#openedAt : 0;
  }

  /** Opens the socket, and from then on keeps it open. */
  connect() {
    this.#open(false);
  }

  /** Tries at once if it is waiting for its next attempt; does nothing otherwise. */
  retryNow() {
    if (this.#retryTimer !== undefined) this.#open(false);
  }

  /** Takes a new socket in place of the one there is, which belongs to a network that is gone. */
  replace() {
    if (this.#retryTimer === undefined && this.#socket === null && this.#opening === null) return;
    const wasOpen = this.isOpen;
    this.#drop();
    this.#attempt = 0;
    if (wasOpen) this.#handlers.onLost(Date.now());
    this.#open(true);
  }

  /** Doubts the socket: it is to answer at once, or is replaced. Tries at once if there is none. */
  probe() {
    this.retryNow();
    if (!this.isOpen || this.#doubtTimer !== undefined) return;
    this.#ping();
    const { least, most, roundTrips } = DOUBTED_SILENCE_LIMIT;
    const limit = Math.min(most, Math.max(least, roundTrips * this.#roundTrip));
    this.#doubtTimer = setTimeout(() => this.replace(), limit);
  }

  /**
   * @param {ClientMessage} message
   * @returns {boolean} Whether it went out; it is dropped if the socket is not open.
   */
  send(message) {
    if (!this.isOpen) return false;
    this.#socket?.send(encode(message));
    return true;
  }

  /** Closes the socket for good. */
  close() {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#drop();
  }

  /** @param {boolean} hasty See {@link SocketOpening}. */
  #open(hasty) {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#opening = new SocketOpening({
      make: () => new this.#WebSocket(this.#url),
      hasty,
      limit: OPENING_LIMITS[this.#attempt] ?? LAST_OPENING_LIMIT,
      onOpen: (socket) => this.#opened(socket),
      onFailed: () => this.#lost(),
    });
  }

  /** @param {WebSocket} socket */
  #opened(socket) {
    this.#opening = null;
    this.#socket = socket;
    socket.addEventListener("message", (event) => socket === this.#socket && this.#received(event.data));
    socket.addEventListener("close", ({ code }) => socket === this.#socket && this.#closed(code));
    this.#openedAt = this.#lastFrameAt = this.#lastPingAt = Date.now();
    this.#unansweredSince = null;
    this.#lookTimer = setInterval(() => this.#look(), LOOK_INTERVAL);
    this.#handlers.onOpen();
  }

  #look() {
    const now = Date.now();
    // A hidden page's timers may run once a minute only, so silence counts against the server only if it was asked.
    const asked = this.#unansweredSince !== null && now - this.#unansweredSince >= PING_INTERVAL;
    if (asked && now - this.#lastFrameAt >= SILENCE_LIMIT) this.#lost();
    else if (now - this.#lastPingAt >= PING_INTERVAL) this.#ping();
  }

  #ping() {
    // Only a socket that answered is a good one: a server that closes each at once must not be hammered.
    if (this.#lastFrameAt > this.#lastPingAt) this.#attempt = 0;
    this.#lastPingAt = Date.now();
    this.#unansweredSince ??= this.#lastPingAt;
    this.send({ event: "ping" });
  }

  /** @param {unknown} frame */
  #received(frame) {
    this.#lastFrameAt = Date.now();
    const message = this.#decode(frame);
    if (message?.event === "pong" && this.#unansweredSince !== null)
      this.#roundTrip = this.#lastFrameAt - this.#unansweredSince;
    this.#unansweredSince = null;
    this.#trust();
    if (message !== null && message.event !== "pong") this.#handlers.onMessage(message);
  }

  /**
   * @param {unknown} frame
   * @returns {ServerMessage | null}
   */
  #decode(frame) {
    try {
      return decode(frame);
    } catch (error) {
      // One frame that breaks the protocol is no reason to give up a call that works.
      if (error instanceof ProtocolError) return null;
      throw error;
    }
  }

  /** @param {number} code */
  #closed(code) {
    if (code === TAKEN_OVER) {
      this.close();
      this.#handlers.onTakenOver();
    } else {
      this.#lost();
    }
  }

  #lost() {
    this.#drop();
    const delay = retryDelay(this.#attempt++);
    this.#retryTimer = setTimeout(() => this.#open(false), delay);
    this.#handlers.onLost(Date.now() + delay);
  }

  #trust() {
    clearTimeout(this.#doubtTimer);
    this.#doubtTimer = undefined;
  }

  #drop() {
    this.#trust();
    this.#opening?.cancel();
    this.#opening = null;
    clearInterval(this.#lookTimer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
