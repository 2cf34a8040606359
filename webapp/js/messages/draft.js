import { sessionStore } from "../storage/storage.js";
import { MAX_TEXT_LENGTH } from "./limits.js";

/** What the person has written and not sent. It is kept for a reload, as the log is. */
export class Draft {
  #key;
  #store;

  /**
   * @param {string} key
   * @param {import("../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's.
   */
  constructor(key, area) {
    this.#key = `video-chat-room:draft:${key}`;
    this.#store = sessionStore(area);
  }

  get text() {
    return this.#store.get(this.#key) ?? "";
  }

  /** @param {string} text What is too long to be sent is not kept: the log needs the space. */
  keep(text) {
    if (text === "" || text.length > MAX_TEXT_LENGTH) this.#store.remove(this.#key);
    else this.#store.set(this.#key, text);
  }
}
