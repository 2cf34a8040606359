import { sessionStore } from "../../storage/storage.js";
import { roomKey } from "../room-key.js";

const PREFIX = "video-chat-room:seat:";

/**
 * The resume token of this tab's seat in a room. It is kept in session storage, where a reload, a restored tab and a
 * duplicated tab find it and no other tab does. Where storage is blocked or full, it lasts as long as the page.
 */
export class SeatTokens {
  #key;
  #store;
  /** @type {string | null} */
  #token;
  #attempt;

  /**
   * @param {URL} server
   * @param {string} roomName As in the page's address.
   * @param {import("../../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's session
   *   storage.
   */
  constructor(server, roomName, area) {
    this.#key = PREFIX + roomKey(server, roomName);
    this.#store = sessionStore(area);
    const [token = "", attempt = newAttempt()] = this.#store.get(this.#key)?.split(" ") ?? [];
    this.#token = token === "" ? null : token;
    this.#attempt = attempt;
    this.#save();
  }

  /** @returns {string | null} Null on the first visit. */
  get token() {
    return this.#token;
  }

  /**
   * Identifies this tab's request for a seat. A retry, with a used token or without one, carries the same value, as the
   * answer to the first request may have been lost.
   */
  get attempt() {
    return this.#attempt;
  }

  /** @param {string} token Valid once: the server sends the next one with each `joined`. */
  keep(token) {
    this.#token = token;
    this.#attempt = newAttempt();
    this.#save();
  }

  /** The user has left for good. */
  forget() {
    this.#token = null;
    this.#attempt = newAttempt();
    this.#store.remove(this.#key);
  }

  #save() {
    this.#store.set(this.#key, `${this.#token ?? ""} ${this.#attempt}`);
  }
}

/** @returns {string} 96 random bits. */
function newAttempt() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("-");
}
