import { IN_A_WHILE, inTime } from "../browser/attempt.js";
import { DiskBlockStore } from "./block-store.js";
import { MemoryBlockStore } from "./memory-block-store.js";

/** @typedef {import("./block-store.js").BlockStore} BlockStore */

/** Milliseconds for finding all blocks of a large file. */
const SEARCH_TIME = 60_000;

/**
 * Stores on disk as long as the browser does that, and in memory from the first failure on. What is on disk already can
 * still be read there, through its blobs.
 * @implements {BlockStore}
 */
export class BestBlockStore {
  #memory = new MemoryBlockStore();
  /** Also for removing what it has, when it is no longer used. */
  #disk;
  #usesDisk = true;

  /**
   * @param {string} author Identifies the tab that the files belong to.
   * @param {(author: string) => Promise<BlockStore | null>} [open] For tests: in place of the browser's disk.
   */
  constructor(author, open = DiskBlockStore.open) {
    this.#disk = open(author);
  }

  /** @param {number} size */
  hasSpace(size) {
    return this.#do((store) => store.hasSpace(size));
  }

  /** @param {string} name */
  readBlocks(name) {
    return this.#do((store) => store.readBlocks(name), SEARCH_TIME);
  }

  /**
   * @param {string} name
   * @param {number} index
   * @param {import("./block-store.js").Bytes} bytes
   */
  writeBlock(name, index, bytes) {
    return this.#do((store) => store.writeBlock(name, index, bytes));
  }

  /**
   * @param {string} name
   * @param {Blob} file
   */
  async writeCopy(name, file) {
    // Takes its time, and nobody waits for it.
    await ((await this.#usedDisk()) ?? this.#memory).writeCopy(name, file);
  }

  /** @param {string} name */
  readCopy(name) {
    return this.#do((store) => store.readCopy(name));
  }

  /** @param {string} name */
  async remove(name) {
    await this.#memory.remove(name);
    await (await this.#disk)?.remove(name);
  }

  async clear() {
    await this.#memory.clear();
    await (await this.#disk)?.clear();
  }

  async #usedDisk() {
    const disk = await this.#disk;
    return this.#usesDisk ? disk : null;
  }

  /**
   * @template T
   * @param {(store: BlockStore) => Promise<T>} action
   * @param {number} [time] Milliseconds for the disk.
   */
  async #do(action, time = IN_A_WHILE) {
    const disk = await this.#usedDisk();
    if (disk !== null) {
      try {
        return await inTime(() => action(disk), { time });
      } catch {
        this.#usesDisk = false;
      }
    }
    return await action(this.#memory);
  }
}
