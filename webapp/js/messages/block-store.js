import { canWriteFiles, freeSpace } from "../browser/private-files.js";
import { attempt } from "../browser/attempt.js";
import { filesFolder, holdFiles, values } from "./abandoned-files.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * Stores the blocks of files that are received, and copies of files that are sent. A file is named by a string without
 * a path. Methods reject if the browser cannot read or write.
 * @typedef {object} BlockStore
 * @property {(size: number) => Promise<boolean>} hasSpace Whether this many more bytes fit.
 * @property {(name: string) => Promise<Blob[]>} readBlocks The stored blocks from the first one up to the first gap.
 * @property {(name: string, index: number, bytes: Bytes) => Promise<Blob>} writeBlock
 * @property {(name: string, file: Blob) => Promise<void>} writeCopy Stores a whole file for the time after a
 *   reload.
 * @property {(name: string) => Promise<Blob | null>} readCopy The whole file, if it is stored.
 * @property {(name: string) => Promise<void>} remove
 * @property {() => Promise<void>} clear Removes everything of this author.
 */

/**
 * A block store in the origin private file system (OPFS), so that large files do not fill the memory. Each block is a
 * file of its own: a page that goes away loses the file it is writing, and appending to a file would copy it first.
 * @implements {BlockStore}
 */
export class DiskBlockStore {
  #author;

  /** @param {string} author Identifies the tab that the files belong to. */
  constructor(author) {
    this.#author = author;
  }

  /**
   * @param {string} author
   * @returns {Promise<DiskBlockStore | null>} Null where the browser stores no files, or knows no locks: nobody could
   *   remove what a closed tab has left.
   */
  static async open(author) {
    if (!canWriteFiles()) return null;
    const [isHeld, folder] = await Promise.all([holdFiles(author), attempt(filesFolder, null)]);
    return isHeld && folder !== null ? new DiskBlockStore(author) : null;
  }

  /** @param {number} size */
  async hasSpace(size) {
    return (await freeSpace()) > size;
  }

  /** @param {string} name */
  async readBlocks(name) {
    const folder = await this.#folder(name);
    /** @type {Map<number, Blob>} */
    const found = new Map();
    for await (const handle of values(folder)) {
      // Some browsers write to a temporary file in the same folder, which may be gone by now.
      if (!(handle instanceof FileSystemFileHandle) || !/^\d+$/.test(handle.name)) continue;
      const file = await handle.getFile();
      // An empty file is a block that was not written before the page went away.
      if (file.size > 0) found.set(Number(file.name), file);
    }
    const blocks = [];
    for (let block = found.get(0); block !== undefined; block = found.get(blocks.length)) blocks.push(block);
    return blocks;
  }

  /**
   * @param {string} name
   * @param {number} index Of the block in its file.
   * @param {Bytes} bytes
   */
  async writeBlock(name, index, bytes) {
    return await write(await this.#folder(name), String(index), bytes);
  }

  /**
   * @param {string} name
   * @param {Blob} file
   */
  async writeCopy(name, file) {
    await write(await this.#folder(name), "copy", file);
  }

  /** @param {string} name */
  async readCopy(name) {
    try {
      const handle = await (await this.#folder(name)).getFileHandle("copy");
      const file = await handle.getFile();
      return file.size > 0 ? file : null;
    } catch {
      return null;
    }
  }

  /** @param {string} name */
  async remove(name) {
    await (await this.#own()).removeEntry(name, { recursive: true }).catch(() => undefined);
  }

  async clear() {
    await (await filesFolder()).removeEntry(this.#author, { recursive: true }).catch(() => undefined);
  }

  async #own() {
    return await (await filesFolder()).getDirectoryHandle(this.#author, { create: true });
  }

  /** @param {string} name */
  async #folder(name) {
    return await (await this.#own()).getDirectoryHandle(name, { create: true });
  }
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @param {string} name
 * @param {FileSystemWriteChunkType} content
 * @returns {Promise<File>}
 */
async function write(folder, name, content) {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
  return await handle.getFile();
}
