import { BlockSender } from "./block-sender.js";
import { isInProgress } from "./chat-log.js";
import { fileName } from "./kept-files.js";
import { MAX_COPY_BYTES } from "./limits.js";

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./chat-log.js").FileState} FileState */
/** @typedef {import("./wire.js").Message} Message */
/** @typedef {import("./wire.js").Reason} Reason */

/**
 * What incoming and outgoing files share.
 * @typedef {object} FilesContext
 * @property {import("./chat-log.js").ChatLog} log
 * @property {import("./block-store.js").BlockStore} store
 * @property {() => void} onChange
 * @property {() => void} onProgress
 */

/** @typedef {{ send: (message: Message) => boolean, channel: RTCDataChannel, onBroken: () => void }} FilesLink */

/** The files that this client offers and sends. */
export class OutgoingFiles {
  #context;
  /** @type {Map<number, Blob>} By entry. */
  #sources = new Map();
  /** @type {Map<number, number>} By entry: files that the user has to choose again, and the block to resume from. */
  #missing = new Map();
  /** @type {FilesLink | null} */
  #link = null;
  /** @type {BlockSender | null} */
  #sender = null;

  /** @param {FilesContext} context */
  constructor(context) {
    this.#context = context;
  }

  /** @param {FilesLink} link Of a new connection. */
  attach(link) {
    this.detach();
    this.#link = link;
    this.#sender = new BlockSender(link.channel, {
      onProgress: () => this.#context.onProgress(),
      onDone: (number, digest) => link.send({ type: "done", file: number, digest }),
      onUnreadable: (number) => this.#onUnreadable(number),
    });
  }

  /** The connection has ended. The files can be sent over the next one. */
  detach() {
    this.#sender?.end();
    this.#sender = null;
    this.#link = null;
  }

  /**
   * The user has offered a file.
   * @param {Entry} entry
   * @param {File} file
   */
  add(entry, file) {
    this.#sources.set(entry.id, file);
    void this.#copy(entry, file);
  }

  /** Sends again which files are canceled, as the peer may not have received that. */
  resume() {
    for (const { mine, line, file } of this.#context.log.files) {
      if (mine && (file?.state === "canceled" || file?.state === "failed"))
        this.#sendCancel(line, file.reason || "canceled");
    }
  }

  /**
   * @param {Message} message Of the receiver.
   */
  receive(message) {
    if (!("file" in message)) return;
    const entry = this.#context.log.fileOf(true, message.file);
    if (entry === undefined || entry.file === null) return;
    if (!isInProgress(entry.file)) {
      if (message.type === "accept" && entry.file.state !== "complete")
        this.#sendCancel(entry.line, entry.file.reason || "canceled");
      return;
    }
    if (message.type === "accept") void this.#start(entry, message.block);
    else if (message.type === "confirmed") this.#sender?.confirm(entry.line, message.blocks);
    else if (message.type === "decline") this.#close(entry, "declined", "");
    else if (message.type === "complete") this.#close(entry, "complete", "");
    else if (message.type === "cancel")
      this.#close(entry, message.reason === "canceled" ? "canceled" : "failed", message.reason);
  }

  /**
   * The user cancels an offer or a transfer.
   * @param {Entry} entry
   */
  cancel(entry) {
    if (isInProgress(entry.file)) this.#cancel(entry, "canceled");
  }

  /**
   * Stops a transfer and deletes the stored copy.
   * @param {Entry} entry
   */
  release(entry) {
    this.#sender?.stop(entry.line);
    this.#sources.delete(entry.id);
    this.#missing.delete(entry.id);
    void this.#context.store.remove(fileName(entry)).catch(() => undefined);
  }

  /**
   * The user has chosen a file again that this page has lost.
   * @param {Entry} entry
   * @param {File} file
   * @returns {boolean} Whether size and modification time are those of the offered file.
   */
  provide(entry, file) {
    const { size, modified } = entry.file ?? {};
    if (file.size !== size || file.lastModified !== modified) return false;
    const block = this.#missing.get(entry.id);
    this.#missing.delete(entry.id);
    this.#sources.set(entry.id, file);
    if (block !== undefined) void this.#start(entry, block);
    this.#context.onChange();
    return true;
  }

  /**
   * @param {Entry} entry
   * @returns {boolean} Whether the peer waits for a file that this page has lost.
   */
  isMissing(entry) {
    return this.#missing.has(entry.id);
  }

  /**
   * @param {Entry} entry
   * @returns {number} Bytes that were sent.
   */
  sent(entry) {
    return this.#sender?.sent(entry.line) ?? 0;
  }

  /**
   * @param {Entry} entry
   * @returns {Blob | null} The file; null if this page has lost it.
   */
  source(entry) {
    return this.#sources.get(entry.id) ?? null;
  }

  /**
   * @param {Entry} entry
   * @param {number} block
   */
  async #start(entry, block) {
    const { store, log } = this.#context;
    const source = this.#sources.get(entry.id) ?? (await store.readCopy(fileName(entry)).catch(() => null));
    if (!isInProgress(entry.file) || entry.file === null) return;
    if (entry.file.state !== "running") {
      entry.file.state = "running";
      log.save();
    }
    if (source === null || source.size !== entry.file.size) {
      this.#missing.set(entry.id, block);
    } else {
      this.#sources.set(entry.id, source);
      this.#sender?.start(entry.line, source, block);
    }
    this.#context.onChange();
  }

  /**
   * @param {Entry} entry
   * @param {File} file
   */
  async #copy(entry, file) {
    const { store } = this.#context;
    if (file.size > MAX_COPY_BYTES) return;
    try {
      // A copy takes at most a quarter of the free space.
      if (await store.hasSpace(4 * file.size)) await store.writeCopy(fileName(entry), file);
      if (!isInProgress(entry.file)) await store.remove(fileName(entry));
    } catch {
      // Without a copy the user has to choose the file again after a reload.
    }
  }

  /** @param {number} number Of the file's offer. */
  #onUnreadable(number) {
    const entry = this.#context.log.fileOf(true, number);
    if (entry !== undefined) this.#cancel(entry, "unreadable");
  }

  /**
   * @param {Entry} entry
   * @param {Reason} reason
   */
  #cancel(entry, reason) {
    this.#close(entry, reason === "canceled" ? "canceled" : "failed", reason);
    this.#sendCancel(entry.line, reason);
  }

  /**
   * @param {number} number Of the file's offer.
   * @param {Reason} reason
   */
  #sendCancel(number, reason) {
    this.#link?.send({ type: "cancel", file: number, by: "sender", reason });
  }

  /**
   * @param {Entry} entry
   * @param {FileState} state The final one.
   * @param {Reason | ""} reason
   */
  #close(entry, state, reason) {
    if (entry.file !== null) Object.assign(entry.file, { state, reason });
    const source = this.#sources.get(entry.id);
    this.release(entry);
    // The page goes on showing a picture that was sent.
    if (state === "complete" && source !== undefined) this.#sources.set(entry.id, source);
    this.#context.log.save();
    this.#context.onChange();
  }
}
