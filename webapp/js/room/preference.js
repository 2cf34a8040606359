const PREFIX = "video-chat-room:";

/** One thing the person has chosen, remembered on this machine where the browser allows that. */
export class Preference {
  #key;
  #storage;
  /** @type {string | null} */
  #value;

  /**
   * @param {string} name
   * @param {Storage | null} [storage]
   */
  constructor(name, storage = localStorageOrNull()) {
    this.#key = PREFIX + name;
    this.#storage = storage;
    this.#value = this.#read();
  }

  /** @returns {string | null} Null if nothing was chosen yet. */
  get value() {
    return this.#value;
  }

  /** @param {string} value */
  choose(value) {
    this.#value = value;
    try {
      this.#storage?.setItem(this.#key, value);
    } catch {
      // Full, or not allowed: it holds for as long as the page.
    }
  }

  #read() {
    try {
      return this.#storage?.getItem(this.#key) ?? null;
    } catch {
      return null;
    }
  }
}

/** @returns {Storage | null} Null where the browser does not allow it. */
function localStorageOrNull() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
