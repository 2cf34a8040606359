import { sha256 } from "../browser/hashing.js";
import { isPicture } from "./clean.js";
import { blockCount } from "./digests.js";
import { BLOCK_BYTES } from "./limits.js";

/** @typedef {import("./chat-log.js").Entry} Entry */

/** @typedef {{ blocks: Blob[], digests: Uint8Array[], whole: Blob | null }} Kept What is stored of a file. */

/** The received files, as far as they are stored. */
export class KeptFiles {
  #context;
  /** @type {Map<number, Kept>} By entry. */
  #kept = new Map();

  /** @param {Pick<import("./outgoing-files.js").FilesContext, "store">} context */
  constructor(context) {
    this.#context = context;
  }

  /**
   * @param {Entry} entry
   * @returns {Kept | undefined} Undefined before {@link KeptFiles#find}.
   */
  get({ id }) {
    return this.#kept.get(id);
  }

  /**
   * @param {Entry} entry
   * @returns {Promise<Kept>} What is stored of the file, also from before a reload.
   */
  async find(entry) {
    const known = this.#kept.get(entry.id);
    if (known !== undefined) return known;
    const size = entry.file?.size ?? 0;
    const found = await this.#context.store.readBlocks(fileName(entry)).catch(() => []);
    const isWhole = (/** @type {Blob} */ block, /** @type {number} */ index) =>
      block.size === Math.min(BLOCK_BYTES, size - index * BLOCK_BYTES);
    const wrong = found.findIndex((block, index) => !isWhole(block, index));
    /** @type {Kept} */
    const kept = { blocks: wrong < 0 ? found : found.slice(0, wrong), digests: [], whole: null };
    const isRunning = entry.file?.state === "running";
    if (isRunning) {
      for (const block of kept.blocks) kept.digests.push(await sha256(await block.arrayBuffer()));
    }
    if (isRunning || kept.blocks.length === blockCount(size)) this.#kept.set(entry.id, kept);
    return kept;
  }

  /**
   * @param {Entry} entry
   * @returns {Blob | null} The whole file once it is complete. Its type is a picture's or `application/octet-stream`,
   *   never one that can run scripts.
   */
  whole({ id, file }) {
    const kept = this.#kept.get(id);
    if (kept === undefined || file?.state !== "complete") return null;
    return (kept.whole ??= new Blob(kept.blocks, {
      type: isPicture(file.media) ? file.media : "application/octet-stream",
    }));
  }

  /** @param {Entry} entry */
  forget(entry) {
    this.#kept.delete(entry.id);
    void this.#context.store.remove(fileName(entry)).catch(() => undefined);
  }
}

/**
 * @param {Entry} entry
 * @returns {string} The name of its file in the block store.
 */
export function fileName({ meeting, mine, line }) {
  return `${meeting}-${mine ? "out" : "in"}-${line}`;
}
