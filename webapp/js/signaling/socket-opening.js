/**
 * Milliseconds after which further sockets are tried beside the first, where there is haste. What is sent into a network
 * that is just changing is lost, and sent again only after a second or more (RFC 6298, section 2).
 */
const HASTY_ATTEMPTS = [300, 700, 1_200, 1_800, 2_500];

/**
 * @typedef {object} OpeningOptions
 * @property {() => WebSocket} make A socket that begins to open.
 * @property {boolean} hasty Whether further ones are tried soon.
 * @property {number} limit Milliseconds until it is given up.
 * @property {(socket: WebSocket) => void} onOpen The first that opened; the others are closed.
 * @property {() => void} onFailed None has opened.
 */

/** The opening of one socket, by as many attempts as it takes. */
export class SocketOpening {
  #options;
  /** @type {Set<WebSocket>} */
  #sockets = new Set();
  /** @type {ReturnType<typeof setTimeout>[]} */
  #timers;
  #attemptsLeft;
  #over = false;

  /** @param {OpeningOptions} options */
  constructor(options) {
    this.#options = options;
    const further = options.hasty ? HASTY_ATTEMPTS : [];
    this.#attemptsLeft = further.length + 1;
    this.#timers = further.map((delay) => setTimeout(() => this.#attempt(), delay));
    this.#timers.push(setTimeout(() => this.#fail(), options.limit));
    this.#attempt();
  }

  /** Gives it up without a word. */
  cancel() {
    this.#end();
    for (const socket of this.#sockets) socket.close();
    this.#sockets.clear();
  }

  #attempt() {
    this.#attemptsLeft--;
    const socket = this.#options.make();
    this.#sockets.add(socket);
    socket.addEventListener("open", () => this.#opened(socket));
    socket.addEventListener("close", () => this.#closed(socket));
  }

  /** @param {WebSocket} socket */
  #opened(socket) {
    if (this.#over) return;
    this.#sockets.delete(socket);
    this.cancel();
    this.#options.onOpen(socket);
  }

  /** @param {WebSocket} socket */
  #closed(socket) {
    this.#sockets.delete(socket);
    if (this.#sockets.size === 0 && this.#attemptsLeft === 0) this.#fail();
  }

  #fail() {
    if (this.#over) return;
    this.cancel();
    this.#options.onFailed();
  }

  #end() {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
