import { MAX_BYTES_IN_MEMORY } from "./limits.js";

/** @typedef {import("./block-store.js").BlockStore} BlockStore */

/**
 * A block store for browsers without a private file system. The content is lost with the page, and its size is limited.
 * @implements {BlockStore}
 */
export class MemoryBlockStore {
  /** @type {Map<string, Blob[]>} */
  #files = new Map();

  /** @param {number} size */
  async hasSpace(size) {
    const used = [...this.#files.values()].flat().reduce((sum, block) => sum + block.size, 0);
    return used + size <= MAX_BYTES_IN_MEMORY;
  }

  /** @param {string} name */
  async readBlocks(name) {
    const blocks = Array.from(this.#files.get(name) ?? []);
    const gap = blocks.indexOf(/** @type {any} */ (undefined));
    return gap < 0 ? blocks : blocks.slice(0, gap);
  }

  /**
   * @param {string} name
   * @param {number} index
   * @param {import("./block-store.js").Bytes} bytes
   */
  async writeBlock(name, index, bytes) {
    if (!(await this.hasSpace(bytes.length))) throw new DOMException("", "QuotaExceededError");
    const blocks = this.#files.get(name) ?? [];
    const block = new Blob([bytes]);
    blocks[index] = block;
    this.#files.set(name, blocks);
    return block;
  }

  async writeCopy() {
    throw new DOMException("A sent file is not copied in memory.", "NotSupportedError");
  }

  async readCopy() {
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
