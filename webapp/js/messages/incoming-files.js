import { BlockReceiver } from "./block-receiver.js";
import { isUnderWay } from "./chat-log.js";
import { isPicture } from "./clean.js";
import { blocksOf, canHash, checksum } from "./digests.js";
import { fileName, KeptFiles } from "./kept-files.js";
import { ALL_PICTURES, SMALL_PICTURE } from "./limits.js";

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./outgoing-files.js").FilesContext} FilesContext */
/** @typedef {import("./outgoing-files.js").FilesLink} FilesLink */
/** @typedef {import("./wire.js").Message} Message */
/** @typedef {import("./wire.js").Reason} Reason */

/** The files that the other side offers and sends. */
export class IncomingFiles {
  #context;
  #kept;
  /** @type {Map<number, string>} The checksums that the sender has, by entry. */
  #checksums = new Map();
  /** @type {FilesLink | null} */
  #link = null;
  /** @type {BlockReceiver | null} */
  #receiver = null;

  /** @param {FilesContext} context */
  constructor(context) {
    this.#context = context;
    this.#kept = new KeptFiles(context);
  }

  /** @param {FilesLink} link */
  attach(link) {
    this.detach();
    this.#link = link;
    this.#receiver = new BlockReceiver(link.channel, {
      onProgress: () => this.#context.onProgress(),
      onKept: (number, blocks) => this.#onKept(number, blocks),
      onAgain: (number, block) => link.send({ type: "accept", file: number, block }),
      onFailed: (number, reason) => this.#onFailed(number, reason),
      onBroken: link.onBroken,
    });
  }

  /** The connection is gone; what has come is not. */
  detach() {
    this.#receiver?.end();
    this.#receiver = null;
    this.#link = null;
  }

  /** Finds what has come before a reload. */
  async restore() {
    for (const entry of this.#context.log.facts.entries) {
      if (!entry.mine && entry.file?.state === "complete") await this.#kept.find(entry);
    }
    this.#context.onChange();
  }

  /**
   * A file is offered: small pictures are taken at once.
   * @param {Entry} entry
   */
  offered(entry) {
    if (entry.file === null || !isPicture(entry.file.media) || entry.file.size > SMALL_PICTURE) return;
    const pictures = this.#context.log.facts.entries.filter(
      ({ mine, file }) => !mine && file !== null && isPicture(file.media),
    );
    const bytes = pictures.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
    if (bytes <= ALL_PICTURES && canHash) void this.accept(entry);
  }

  /** Says again where each file stands, and goes on with those that are under way. */
  resume() {
    for (const entry of this.#context.log.files) {
      if (entry.mine || entry.file === null) continue;
      const { state, reason } = entry.file;
      if (state === "running") void this.#take(entry);
      else if (state === "declined") this.#link?.send({ type: "decline", file: entry.line });
      else if (state === "complete") this.#link?.send({ type: "complete", file: entry.line });
      else if (state !== "offered") this.#sayCanceled(entry, reason || "canceled");
    }
  }

  /**
   * @param {Message} message Of the sender.
   */
  receive(message) {
    if (!("file" in message)) return;
    const entry = this.#context.log.fileOf(false, message.file);
    if (entry === undefined || !isUnderWay(entry.file)) return;
    if (message.type === "cancel") {
      this.#close(entry, message.reason === "canceled" ? "canceled" : "failed", message.reason);
    } else if (message.type === "done") {
      this.#checksums.set(entry.id, message.digest);
      void this.#finish(entry);
    }
  }

  /**
   * Takes a file that is offered.
   * @param {Entry} entry
   */
  async accept(entry) {
    if (entry.file?.state !== "offered") return;
    entry.file.state = "running";
    if (!(await this.#context.spool.hasRoom(entry.file.size).catch(() => true))) {
      this.#onFailed(entry.line, "no-room");
      return;
    }
    this.#context.log.save();
    this.#context.onChange();
    await this.#take(entry);
  }

  /**
   * @param {Entry} entry
   */
  decline(entry) {
    if (entry.file?.state !== "offered") return;
    this.#close(entry, "declined", "");
    this.#link?.send({ type: "decline", file: entry.line });
  }

  /**
   * This side does not want a file any more.
   * @param {Entry} entry
   */
  cancel(entry) {
    if (!isUnderWay(entry.file)) return;
    this.#close(entry, "canceled", "canceled");
    this.#sayCanceled(entry, "canceled");
  }

  /**
   * Who sent it is gone.
   * @param {Entry} entry
   */
  release(entry) {
    this.#receiver?.stop(entry.line);
    this.#kept.forget(entry);
    this.#checksums.delete(entry.id);
  }

  /**
   * @param {Entry} entry
   * @returns {number} Bytes that are here.
   */
  arrived(entry) {
    return Math.min(this.#receiver?.arrived(entry.line) ?? 0, entry.file?.size ?? 0);
  }

  /**
   * @param {Entry} entry
   * @returns {Blob | null} The whole file: on disk, unless this browser has no place for it. Never of a type that runs.
   */
  whole(entry) {
    return this.#kept.whole(entry);
  }

  /** @param {Entry} entry */
  async #take(entry) {
    const receiver = this.#receiver;
    const kept = await this.#kept.find(entry);
    if (receiver === null || receiver !== this.#receiver || entry.file?.state !== "running") return;
    const { spool } = this.#context;
    receiver.start(entry.line, {
      size: entry.file.size,
      block: kept.blocks.length,
      keep: async (index, bytes, digest) => {
        kept.blocks[index] = await spool.put(fileName(entry), index, bytes);
        kept.digests[index] = digest;
      },
    });
    this.#link?.send({ type: "accept", file: entry.line, block: kept.blocks.length });
    this.#context.onChange();
  }

  /**
   * @param {number} number
   * @param {number} blocks
   */
  #onKept(number, blocks) {
    this.#link?.send({ type: "confirmed", file: number, blocks });
    const entry = this.#context.log.fileOf(false, number);
    if (entry !== undefined) void this.#finish(entry);
  }

  /** @param {Entry} entry */
  async #finish(entry) {
    const kept = this.#kept.get(entry);
    const wanted = this.#checksums.get(entry.id);
    const blocks = blocksOf(entry.file?.size ?? 0);
    if (kept === undefined || wanted === undefined || kept.digests.length < blocks) return;
    const digest = await checksum(kept.digests);
    if (entry.file?.state !== "running") return;
    if (digest === wanted) {
      entry.file.state = "complete";
      this.#receiver?.stop(entry.line);
      this.#context.log.save();
      this.#link?.send({ type: "complete", file: entry.line });
      this.#context.onChange();
    } else {
      // Each block is right, and yet it is not the file that is at the other end now.
      this.#onFailed(entry.line, "changed");
    }
  }

  /**
   * @param {number} number
   * @param {Reason} reason
   */
  #onFailed(number, reason) {
    const entry = this.#context.log.fileOf(false, number);
    if (entry === undefined) return;
    this.#close(entry, "failed", reason);
    this.#sayCanceled(entry, reason);
  }

  /**
   * @param {Entry} entry
   * @param {Reason} reason
   */
  #sayCanceled({ line }, reason) {
    this.#link?.send({ type: "cancel", file: line, by: "receiver", reason });
  }

  /**
   * @param {Entry} entry
   * @param {import("./chat-log.js").FileState} state
   * @param {Reason | ""} reason
   */
  #close(entry, state, reason) {
    if (entry.file !== null) Object.assign(entry.file, { state, reason });
    this.release(entry);
    this.#context.log.save();
    this.#context.onChange();
  }
}
