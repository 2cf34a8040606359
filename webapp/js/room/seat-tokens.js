const PREFIX = "video-chat-room:seat:";

/**
 * The resume token of the seat this tab has in a room. It is kept where a reload, a restored tab and a duplicated tab
 * find it, and no other tab does. Without such a place it works all the same, within one page.
 */
export class SeatTokens {
  #key;
  #storage;
  /** @type {string | null} */
  #token;
  #attempt;

  /**
   * @param {URL} server
   * @param {string} roomName As in the page's address.
   * @param {Storage | null} [storage]
   */
  constructor(server, roomName, storage = tabStorage()) {
    this.#key = `${PREFIX}${server.href}#${roomName.normalize("NFC").toLowerCase()}`;
    this.#storage = storage;
    const [token = "", attempt = newAttempt()] = this.#read()?.split(" ") ?? [];
    this.#token = token === "" ? null : token;
    this.#attempt = attempt;
    this.#save();
  }

  /** @returns {string | null} Null for a person who comes for the first time. */
  get token() {
    return this.#token;
  }

  /**
   * What shows that it is this very tab that asks once more, with a token that was used already or without one: the
   * answer may have been lost.
   */
  get attempt() {
    return this.#attempt;
  }

  /** @param {string} token Each one is good once: the next one takes its place. */
  keep(token) {
    this.#token = token;
    this.#attempt = newAttempt();
    this.#save();
  }

  /** The person has left for good. */
  forget() {
    this.#token = null;
    this.#attempt = newAttempt();
    this.#try((storage) => storage.removeItem(this.#key));
  }

  #save() {
    this.#try((storage) => storage.setItem(this.#key, `${this.#token ?? ""} ${this.#attempt}`));
  }

  #read() {
    return this.#try((storage) => storage.getItem(this.#key)) ?? null;
  }

  /**
   * @template T
   * @param {(storage: Storage) => T} action
   * @returns {T | undefined}
   */
  #try(action) {
    try {
      return this.#storage === null ? undefined : action(this.#storage);
    } catch {
      // Full, or not allowed: the token lives as long as the page.
      return undefined;
    }
  }
}

/** @returns {string} 96 bits that nobody guesses. */
function newAttempt() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("-");
}

/** @returns {Storage | null} Null where the browser does not allow it. */
function tabStorage() {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
