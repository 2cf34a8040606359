/** A storage area of the browser, in memory. */
export class MemoryArea {
  /** @type {Map<string, string>} */
  #items;

  /** @param {MemoryArea} [other] The area of the tab that this one is a duplicate of. */
  constructor(other) {
    this.#items = new Map(other === undefined ? [] : other.#items);
  }

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.#items.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#items.delete(key);
  }
}

/** @returns {never} */
const refuse = () => {
  throw new DOMException("", "QuotaExceededError");
};

/** The storage area of a browser that blocks storage, or whose storage is full. */
export const REFUSING_AREA = { getItem: refuse, setItem: refuse, removeItem: refuse };
