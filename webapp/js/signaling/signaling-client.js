import { decode, encode, ProtocolError, RESTARTING, TAKEN_OVER } from "../protocol/messages.js";
import { retryDelay } from "./retry-policy.js";
import { SocketOpening } from "./socket-opening.js";

/** @typedef {import("../protocol/messages.js").ServerMessage} ServerMessage */
/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */

/** Milliseconds between two checks of the socket. */
const CHECK_INTERVAL = 1_000;
/** Milliseconds between two pings. A page cannot send the ping frames of RFC 6455. */
const PING_INTERVAL = 5_000;
/** Milliseconds without any frame after which the socket counts as dead, if a ping is unanswered. */
const SILENCE_TIMEOUT = 12_000;
/** Milliseconds to wait for the answer of a socket in doubt: bounds, and the number of round trips between them. */
const DOUBT_TIMEOUT = { min: 400, max: 1_500, roundTrips: 4 };
/** Milliseconds a socket may take to open, by attempt: packets that were sent into a dead network stay lost. */
const OPENING_TIMEOUTS = [3_000, 3_000, 3_000, 5_000];
const LAST_OPENING_TIMEOUT = 10_000;

/**
 * @typedef {object} SignalingHandlers
 * @property {() => void} onOpen A new socket is open. The server knows nothing of the last one: join again.
 * @property {(message: ServerMessage) => void} onMessage Gets every message but `pong`.
 * @property {(retryAt: number) => void} onLost The socket is gone; the next attempt starts at `retryAt` (in ms of `performance.now()`).
 * @property {() => void} onTakenOver Another socket has the seat (close code 4409): this client is closed for good.
 */

/**
 * The WebSocket to the server. It is opened again, without a last attempt, until {@link SignalingClient#close}. Messages
 * are dropped while no socket is open and are never replayed, because they belong to a negotiation that is over.
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
  /** Whether the server has closed the last open socket because it starts again. */
  #restarting = false;
  /** Milliseconds of the last ping's round trip. */
  #roundTrip = DOUBT_TIMEOUT.max;
  #lastFrameAt = 0;
  #lastPingAt = 0;
  /** @type {number | null} When the oldest unanswered ping was sent. */
  #unansweredSince = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retryTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #doubtTimer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #checkTimer;

  /**
   * @param {URL} url `ws:` or `wss:`
   * @param {SignalingHandlers} handlers
   * @param {{ WebSocket?: typeof WebSocket }} [options] Another WebSocket class, for tests.
   */
  constructor(url, handlers, options = {}) {
    this.#url = url;
    this.#handlers = handlers;
    this.#WebSocket = options.WebSocket ?? WebSocket;
  }

  /** Whether messages can be sent now, as far as the browser knows. */
  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** When the present socket opened, in ms of `performance.now()`; 0 if none is open. */
  get openedAt() {
    return this.isOpen ? this.#openedAt : 0;
  }

  /** Opens the socket and keeps it open from then on. */
  connect() {
    this.#open(false);
  }

  /** Starts the next attempt now, if one is scheduled. */
  retryNow() {
    if (this.#retryTimer !== undefined) this.#open(false);
  }

  /**
   * Opens a new socket in place of the present one, whose network is gone. Does nothing before connect() and after
   * close().
   */
  replace() {
    if (this.#retryTimer === undefined && this.#socket === null && this.#opening === null) return;
    const wasOpen = this.isOpen;
    this.#drop();
    this.#attempt = 0;
    if (wasOpen) this.#handlers.onLost(performance.now());
    this.#open(true);
  }

  /** Checks a socket in doubt: replaces it if it does not answer a ping in time. Retries at once if none is open. */
  probe() {
    this.retryNow();
    if (!this.isOpen || this.#doubtTimer !== undefined) return;
    this.#ping();
    const { min, max, roundTrips } = DOUBT_TIMEOUT;
    const timeout = Math.min(max, Math.max(min, roundTrips * this.#roundTrip));
    this.#doubtTimer = setTimeout(() => this.replace(), timeout);
  }

  /**
   * @param {ClientMessage} message
   * @returns {boolean} Whether it was sent; it is dropped if the socket is not open.
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

  /** @param {boolean} inChangedNetwork See {@link SocketOpening}. */
  #open(inChangedNetwork) {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#opening = new SocketOpening({
      make: () => new this.#WebSocket(this.#url),
      inChangedNetwork,
      timeout: OPENING_TIMEOUTS[this.#attempt] ?? LAST_OPENING_TIMEOUT,
      onOpen: (socket) => this.#onOpen(socket),
      onFailed: () => this.#lose(),
    });
  }

  /** @param {WebSocket} socket */
  #onOpen(socket) {
    this.#opening = null;
    this.#socket = socket;
    socket.addEventListener("message", (event) => socket === this.#socket && this.#onFrame(event.data));
    socket.addEventListener("close", ({ code }) => socket === this.#socket && this.#onClose(code));
    this.#openedAt = this.#lastFrameAt = this.#lastPingAt = performance.now();
    this.#unansweredSince = null;
    this.#restarting = false;
    this.#checkTimer = setInterval(() => this.#check(), CHECK_INTERVAL);
    this.#handlers.onOpen();
  }

  #check() {
    const now = performance.now();
    // A hidden page's timers may run once a minute only, so silence counts only while a ping is unanswered.
    const isUnanswered = this.#unansweredSince !== null && now - this.#unansweredSince >= PING_INTERVAL;
    if (isUnanswered && now - this.#lastFrameAt >= SILENCE_TIMEOUT) this.#lose();
    else if (now - this.#lastPingAt >= PING_INTERVAL) this.#ping();
  }

  #ping() {
    // Only a socket that has answered resets the back-off: a server that closes each at once is not flooded.
    if (this.#lastFrameAt > this.#lastPingAt) this.#attempt = 0;
    this.#lastPingAt = performance.now();
    this.#unansweredSince ??= this.#lastPingAt;
    this.send({ event: "ping" });
  }

  /** @param {unknown} frame */
  #onFrame(frame) {
    this.#lastFrameAt = performance.now();
    const message = this.#decode(frame);
    if (message?.event === "pong" && this.#unansweredSince !== null)
      this.#roundTrip = this.#lastFrameAt - this.#unansweredSince;
    this.#unansweredSince = null;
    this.#endDoubt();
    if (message !== null && message.event !== "pong") this.#handlers.onMessage(message);
  }

  /**
   * @param {unknown} frame
   * @returns {ServerMessage | null} Null for a frame to ignore.
   */
  #decode(frame) {
    try {
      return decode(frame);
    } catch (error) {
      // One frame that breaks the protocol does not end a call that works.
      if (error instanceof ProtocolError) return null;
      throw error;
    }
  }

  /** @param {number} code */
  #onClose(code) {
    if (code === TAKEN_OVER) {
      this.close();
      this.#handlers.onTakenOver();
    } else {
      this.#restarting = code === RESTARTING;
      this.#lose();
    }
  }

  #lose() {
    this.#drop();
    const delay = retryDelay(this.#attempt++, { restarting: this.#restarting });
    this.#retryTimer = setTimeout(() => this.#open(false), delay);
    this.#handlers.onLost(performance.now() + delay);
  }

  #endDoubt() {
    clearTimeout(this.#doubtTimer);
    this.#doubtTimer = undefined;
  }

  #drop() {
    this.#endDoubt();
    this.#opening?.cancel();
    this.#opening = null;
    clearInterval(this.#checkTimer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
