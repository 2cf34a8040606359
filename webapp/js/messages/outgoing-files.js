import { BlockSender } from "./block-sender.js";
import { isUnderWay } from "./chat-log.js";
import { fileName } from "./kept-files.js";
import { LARGEST_COPY } from "./limits.js";

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./chat-log.js").FileState} FileState */
/** @typedef {import("./wire.js").Message} Message */
/** @typedef {import("./wire.js").Reason} Reason */

/**
 * What files need of the rest.
 * @typedef {object} FilesContext
 * @property {import("./chat-log.js").ChatLog} log
 * @property {import("./spool.js").Spool} spool
 * @property {() => void} onChange
 * @property {() => void} onProgress
 */

/** @typedef {{ send: (message: Message) => boolean, channel: RTCDataChannel, onBroken: () => void }} FilesLink */

/** The files that this side offers and sends. */
export class OutgoingFiles {
  #context;
  /** @type {Map<number, Blob>} By entry. */
  #sources = new Map();
  /** @type {Map<number, number>} Files that are to be chosen again, and the block from which they are wanted. */
  #missing = new Map();
  /** @type {FilesLink | null} */
  #link = null;
  /** @type {BlockSender | null} */
  #sender = null;

  /** @param {FilesContext} context */
  constructor(context) {
    this.#context = context;
  }

  /** @param {FilesLink} link */
  attach(link) {
    this.detach();
    this.#link = link;
    this.#sender = new BlockSender(link.channel, {
      onProgress: () => this.#context.onProgress(),
      onDone: (number, digest) => link.send({ type: "done", file: number, digest }),
      onUnreadable: (number) => this.#cancelNumber(number, "unreadable"),
    });
  }

  /** The connection is gone; the files are not. */
  detach() {
    this.#sender?.end();
    this.#sender = null;
    this.#link = null;
  }

  /**
   * A file was offered.
   * @param {Entry} entry
   * @param {File} file
   */
  add(entry, file) {
    this.#sources.set(entry.id, file);
    void this.#copy(entry, file);
  }

  /** Says again what the other side may not have heard. */
  resume() {
    for (const { mine, line, file } of this.#context.log.files) {
      if (mine && (file?.state === "canceled" || file?.state === "failed"))
        this.#sayCanceled(line, file.reason || "canceled");
    }
  }

  /**
   * @param {Message} message Of the receiver.
   */
  receive(message) {
    if (!("file" in message)) return;
    const entry = this.#context.log.fileOf(true, message.file);
    if (entry === undefined || entry.file === null) return;
    if (!isUnderWay(entry.file)) {
      if (message.type === "accept" && entry.file.state !== "complete")
        this.#sayCanceled(entry.line, entry.file.reason || "canceled");
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
   * This side does not send a file any more.
   * @param {Entry} entry
   */
  cancel(entry) {
    if (isUnderWay(entry.file)) this.#cancel(entry, "canceled");
  }

  /**
   * Whom it was for is gone.
   * @param {Entry} entry
   */
  release(entry) {
    this.#sender?.stop(entry.line);
    this.#sources.delete(entry.id);
    this.#missing.delete(entry.id);
    void this.#context.spool.remove(fileName(entry)).catch(() => undefined);
  }

  /**
   * The person has chosen a file again that this page does not have any more.
   * @param {Entry} entry
   * @param {File} file
   * @returns {boolean} Whether it is the same one, as far as can be told without reading it.
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
   * @returns {boolean} Whether the file is wanted and not here any more.
   */
  isMissing(entry) {
    return this.#missing.has(entry.id);
  }

  /**
   * @param {Entry} entry
   * @returns {number} Bytes that are sent.
   */
  sent(entry) {
    return this.#sender?.sent(entry.line) ?? 0;
  }

  /**
   * @param {Entry} entry
   * @returns {Blob | null} The file, while this page has it.
   */
  source(entry) {
    return this.#sources.get(entry.id) ?? null;
  }

  /**
   * @param {Entry} entry
   * @param {number} block
   */
  async #start(entry, block) {
    const source = this.#sources.get(entry.id) ?? (await this.#context.spool.copied(fileName(entry)).catch(() => null));
    if (!isUnderWay(entry.file) || entry.file === null) return;
    if (entry.file.state !== "running") {
      entry.file.state = "running";
      this.#context.log.save();
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
    const { spool } = this.#context;
    if (!spool.lasts || file.size > LARGEST_COPY) return;
    try {
      // Not if it would take the room that other things need.
      if (await spool.hasRoom(4 * file.size)) await spool.copy(fileName(entry), file);
      if (!isUnderWay(entry.file)) await spool.remove(fileName(entry));
    } catch {
      // After a reload it has to be chosen again.
    }
  }

  /**
   * @param {number} number
   * @param {Reason} reason
   */
  #cancelNumber(number, reason) {
    const entry = this.#context.log.fileOf(true, number);
    if (entry !== undefined) this.#cancel(entry, reason);
  }

  /**
   * @param {Entry} entry
   * @param {Reason} reason
   */
  #cancel(entry, reason) {
    this.#close(entry, reason === "canceled" ? "canceled" : "failed", reason);
    this.#sayCanceled(entry.line, reason);
  }

  /**
   * @param {number} number
   * @param {Reason} reason
   */
  #sayCanceled(number, reason) {
    this.#link?.send({ type: "cancel", file: number, by: "sender", reason });
  }

  /**
   * @param {Entry} entry
   * @param {FileState} state
   * @param {Reason | ""} reason
   */
  #close(entry, state, reason) {
    if (entry.file !== null) Object.assign(entry.file, { state, reason });
    const shown = this.#sources.get(entry.id);
    this.release(entry);
    // A picture goes on being shown, as long as this page is there.
    if (state === "complete" && shown !== undefined) this.#sources.set(entry.id, shown);
    this.#context.log.save();
    this.#context.onChange();
  }
}
