import { MOST_IN_MEMORY } from "./limits.js";

/** @typedef {import("./spool.js").Spool} Spool */

/**
 * A spool for browsers without a file system: nothing outlives the page, and all of it together is bounded.
 * @implements {Spool}
 */
export class MemorySpool {
  lasts = false;
  /** @type {Map<string, Blob[]>} */
  #files = new Map();

  /** @param {number} size */
  async hasRoom(size) {
    const used = [...this.#files.values()].flat().reduce((sum, block) => sum + block.size, 0);
    return used + size <= MOST_IN_MEMORY;
  }

  /** @param {string} name */
  async open(name) {
    return [...(this.#files.get(name) ?? [])];
  }

  /**
   * @param {string} name
   * @param {number} index
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async put(name, index, bytes) {
    const blocks = this.#files.get(name) ?? [];
    const block = new Blob([bytes]);
    blocks[index] = block;
    this.#files.set(name, blocks);
    return block;
  }

  async copy() {
    throw new DOMException("Nothing is kept in memory twice.", "NotSupportedError");
  }

  async copied() {
    return null;
  }

  /** @param {string} name */
  async remove(name) {
    this.#files.delete(name);
  }

  async clear() {
    this.#files.clear();
  }
}
