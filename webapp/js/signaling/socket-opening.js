/**
 * Milliseconds after which further sockets are opened beside the first in a changing network. A packet that is lost
 * there is sent again only after a second or more (RFC 6298, section 2).
 */
const FURTHER_ATTEMPTS = [300, 700, 1_200, 1_800, 2_500];

/**
 * @typedef {object} OpeningOptions
 * @property {() => WebSocket} make Makes a socket that starts to open.
 * @property {boolean} inChangedNetwork Whether to open further sockets beside the first.
 * @property {number} timeout Milliseconds until the opening fails.
 * @property {(socket: WebSocket) => void} onOpen Gets the first socket that opens; the others are closed.
 * @property {() => void} onFailed No socket has opened.
 */

/** The opening of one socket, by one or several attempts. */
export class SocketOpening {
  #options;
  /** @type {Set<WebSocket>} */
  #sockets = new Set();
  /** @type {ReturnType<typeof setTimeout>[]} */
  #timers;
  #attemptsLeft;
  #isOver = false;

  /** @param {OpeningOptions} options */
  constructor(options) {
    this.#options = options;
    const further = options.inChangedNetwork ? FURTHER_ATTEMPTS : [];
    this.#attemptsLeft = further.length + 1;
    this.#timers = further.map((delay) => setTimeout(() => this.#attempt(), delay));
    this.#timers.push(setTimeout(() => this.#fail(), options.timeout));
    this.#attempt();
  }

  /** Closes all sockets and calls no handler. */
  cancel() {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const socket of this.#sockets) socket.close();
    this.#sockets.clear();
  }

  #attempt() {
    this.#attemptsLeft--;
    const socket = this.#options.make();
    this.#sockets.add(socket);
    socket.addEventListener("open", () => this.#onOpen(socket));
    socket.addEventListener("close", () => this.#onClose(socket));
  }

  /** @param {WebSocket} socket */
  #onOpen(socket) {
    if (this.#isOver) return;
    this.#sockets.delete(socket);
    this.cancel();
    this.#options.onOpen(socket);
  }

  /** @param {WebSocket} socket */
  #onClose(socket) {
    this.#sockets.delete(socket);
    if (this.#sockets.size === 0 && this.#attemptsLeft === 0) this.#fail();
  }

  #fail() {
    if (this.#isOver) return;
    this.cancel();
    this.#options.onFailed();
  }
}
