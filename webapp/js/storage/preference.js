import { localStore } from "./storage.js";

const PREFIX = "video-chat-room:";
const ON = "yes";
const OFF = "no";

/** A choice of the user, kept in local storage. Where storage is blocked or full, it lasts as long as the page. */
export class Preference {
  #key;
  #store;
  /** @type {string | null} */
  #value;

  /**
   * @param {string} name
   * @param {import("./storage.js").StorageArea | null} [area] For tests: in place of the browser's local storage.
   */
  constructor(name, area) {
    this.#key = PREFIX + name;
    this.#store = localStore(area);
    this.#value = this.#store.get(this.#key);
  }

  /** @returns {string | null} Null if nothing was chosen yet. */
  get value() {
    return this.#value;
  }

  /** Whether a choice between two was turned on; false if nothing was chosen yet. */
  get isOn() {
    return this.#value === ON;
  }

  /** @param {boolean} on */
  turn(on) {
    this.choose(on ? ON : OFF);
  }

  /** @param {string} value */
  choose(value) {
    this.#value = value;
    this.#store.set(this.#key, value);
  }
}
