import { attemptNow } from "../browser/attempt.js";
import { storageArea } from "../browser/storage-areas.js";

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} StorageArea What is used of a Web Storage area. */

/**
 * Strings by key in a Web Storage area of the browser. No method throws: where storage is blocked or full, nothing is
 * read and nothing is kept.
 */
export class StringStore {
  #area;

  /** @param {StorageArea | null} area Null where the browser blocks it. */
  constructor(area) {
    this.#area = area;
  }

  /**
   * @param {string} key
   * @returns {string | null} Null if there is no value.
   */
  get(key) {
    return this.#try((area) => area.getItem(key)) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  set(key, value) {
    this.#try((area) => area.setItem(key, value));
  }

  /** @param {string} key */
  remove(key) {
    this.#try((area) => area.removeItem(key));
  }

  /**
   * @template T
   * @param {(area: StorageArea) => T} action
   * @returns {NonNullable<T> | undefined}
   */
  #try(action) {
    const area = this.#area;
    return area === null ? undefined : attemptNow(() => action(area), undefined);
  }
}

/**
 * What outlives the browser.
 * @param {StorageArea | null} [area] For tests: in place of the browser's.
 */
export function localStore(area = storageArea("localStorage")) {
  return new StringStore(area);
}

/**
 * What outlives a reload, for one tab. A duplicated tab begins with a copy.
 * @param {StorageArea | null} [area] For tests: in place of the browser's.
 */
export function sessionStore(area = storageArea("sessionStorage")) {
  return new StringStore(area);
}
