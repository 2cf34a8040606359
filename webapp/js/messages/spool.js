/**
 * Where the blocks of files are while they come, and copies of files that are sent.
 * @typedef {object} Spool
 * @property {boolean} lasts Whether it outlives a reload.
 * @property {(size: number) => Promise<boolean>} hasRoom Whether so many further bytes have room.
 * @property {(name: string) => Promise<Blob[]>} open The blocks that are there already, in their order, none missing.
 * @property {(name: string, index: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Blob>} put Keeps a block.
 * @property {(name: string, file: Blob) => Promise<void>} copy Keeps a whole file. Rejects if that does not work.
 * @property {(name: string) => Promise<Blob | null>} copied The file that was kept whole.
 * @property {(name: string) => Promise<void>} remove
 * @property {() => Promise<void>} clear Removes everything of this author.
 */

const FOLDER = "video-chat-room";
/** Milliseconds after which what a closed tab left is removed. */
const ABANDONED = 24 * 3_600_000;

/**
 * A spool in the browser's private file system (OPFS): on disk, so that nothing large is in memory. Each block is a file
 * of its own, since a file that is being written is lost with the page, and one that is written on is copied first.
 * @implements {Spool}
 */
export class DiskSpool {
  lasts = true;
  #author;

  /** @param {string} author Whose files these are: the tab's. */
  constructor(author) {
    this.#author = author;
    void this.#tidy();
  }

  /**
   * @returns {boolean} Whether this browser has what it takes. Without `createWritable` it would take a worker, which
   *   the page's Content-Security-Policy forbids.
   */
  static get isPossible() {
    return (
      typeof navigator.storage?.getDirectory === "function" &&
      typeof FileSystemFileHandle !== "undefined" &&
      "createWritable" in FileSystemFileHandle.prototype
    );
  }

  /** @param {number} size */
  async hasRoom(size) {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || quota - (usage ?? 0) > size;
  }

  /** @param {string} name */
  async open(name) {
    const folder = await this.#folder(name);
    /** @type {Map<number, Blob>} */
    const found = new Map();
    for await (const handle of values(folder)) {
      // Some browsers write into a file beside it first, under a name of its own, and that may be gone by now.
      if (!(handle instanceof FileSystemFileHandle) || !/^\d+$/.test(handle.name)) continue;
      const file = await handle.getFile();
      // One without bytes was begun when the page went away.
      if (file.size > 0) found.set(Number(file.name), file);
    }
    const blocks = [];
    for (let block = found.get(0); block !== undefined; block = found.get(blocks.length)) blocks.push(block);
    return blocks;
  }

  /**
   * @param {string} name
   * @param {number} index
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async put(name, index, bytes) {
    return await write(await this.#folder(name), String(index), bytes);
  }

  /**
   * @param {string} name
   * @param {Blob} file
   */
  async copy(name, file) {
    await write(await this.#folder(name), "copy", file);
  }

  /** @param {string} name */
  async copied(name) {
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
    await (await root()).removeEntry(this.#author, { recursive: true }).catch(() => undefined);
  }

  /** Removes what tabs have left that were closed without hanging up. */
  async #tidy() {
    const all = await root().catch(() => null);
    if (all === null) return;
    for await (const { name } of values(all)) {
      try {
        const mark =
          name === this.#author ? null : await all.getDirectoryHandle(name).then((own) => own.getFileHandle("mark"));
        const age = mark === null ? 0 : Date.now() - (await mark.getFile()).lastModified;
        if (age > ABANDONED) await all.removeEntry(name, { recursive: true });
      } catch {
        // Its tab is at work on it.
      }
    }
  }

  async #own() {
    const own = await (await root()).getDirectoryHandle(this.#author, { create: true });
    await own.getFileHandle("mark", { create: true });
    return own;
  }

  /** @param {string} name */
  async #folder(name) {
    return await (await this.#own()).getDirectoryHandle(name, { create: true });
  }
}

async function root() {
  return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @returns {AsyncIterable<FileSystemHandle>}
 */
function values(folder) {
  // TypeScript's DOM library of this version does not know it.
  return /** @type {any} */ (folder).values();
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
