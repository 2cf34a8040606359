import { BlockReceiver } from "./block-receiver.js";
import { isInProgress } from "./chat-log.js";
import { blockCount, checksum } from "./digests.js";
import { fileName, KeptFiles } from "./kept-files.js";
import { OfferPolicy } from "./offer-policy.js";

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./outgoing-files.js").FilesContext} FilesContext */
/** @typedef {import("./outgoing-files.js").FilesLink} FilesLink */
/** @typedef {import("./wire.js").Message} Message */
/** @typedef {import("./wire.js").Reason} Reason */

/** The files that the peer offers and sends. */
export class IncomingFiles {
  policy;

  #context;
  #kept;
  /** @type {Map<number, string>} The checksums that the sender has announced, by entry. */
  #checksums = new Map();
  /** @type {FilesLink | null} */
  #link = null;
  /** @type {BlockReceiver | null} */
  #receiver = null;

  /** @param {FilesContext} context */
  constructor(context) {
    this.#context = context;
    this.policy = new OfferPolicy(context.log);
    this.#kept = new KeptFiles(context);
  }

  /** @param {FilesLink} link Of a new connection. */
  attach(link) {
    this.detach();
    this.#link = link;
    this.#receiver = new BlockReceiver(link.channel, {
      onProgress: () => this.#context.onProgress(),
      onStored: (number, blocks) => this.#onStored(number, blocks),
      onRetry: (number, block) => link.send({ type: "accept", file: number, block }),
      onFailed: (number, reason) => this.#onFailed(number, reason),
      onBroken: link.onBroken,
    });
  }

  /** The connection has ended. What has arrived stays stored. */
  detach() {
    this.#receiver?.end();
    this.#receiver = null;
    this.#link = null;
  }

  /** Finds the complete files from before a reload. */
  async restore() {
    for (const entry of this.#context.log.facts.entries) {
      if (!entry.mine && entry.file?.state === "complete") await this.#kept.find(entry);
    }
    this.#context.onChange();
  }

  /**
   * A file is offered.
   * @param {Entry} entry
   */
  offered(entry) {
    const verdict = this.policy.verdictOn(entry);
    if (verdict === "accept") void this.accept(entry);
    else if (verdict === "decline") this.#decline(entry);
  }

  /** The user wants no more files in this call: what is offered is declined, now and later. */
  declineAll() {
    this.policy.questions.refusedForGood();
    for (const entry of this.#context.log.files) if (!entry.mine) this.#decline(entry);
  }

  /** Sends the state of each file again, and resumes the running transfers. */
  resume() {
    for (const entry of this.#context.log.files) {
      if (entry.mine || entry.file === null) continue;
      const { state, reason } = entry.file;
      if (state === "running") void this.#request(entry);
      else if (state === "declined") this.#link?.send({ type: "decline", file: entry.line });
      else if (state === "complete") this.#link?.send({ type: "complete", file: entry.line });
      else if (state !== "offered") this.#sendCancel(entry, reason || "canceled");
    }
  }

  /**
   * @param {Message} message Of the sender.
   */
  receive(message) {
    if (!("file" in message)) return;
    const entry = this.#context.log.fileOf(false, message.file);
    if (entry === undefined || !isInProgress(entry.file)) return;
    if (message.type === "cancel") {
      this.#close(entry, message.reason === "canceled" ? "canceled" : "failed", message.reason);
    } else if (message.type === "done") {
      this.#checksums.set(entry.id, message.digest);
      void this.#finish(entry);
    }
  }

  /**
   * The user accepts an offered file.
   * @param {Entry} entry
   */
  async accept(entry) {
    if (entry.file?.state !== "offered") return;
    entry.file.state = "running";
    if (!(await this.#context.store.hasSpace(entry.file.size).catch(() => true))) {
      this.#onFailed(entry.line, "no-room");
      return;
    }
    this.#context.log.save();
    this.#context.onChange();
    await this.#request(entry);
  }

  /**
   * The user declines an offered file.
   * @param {Entry} entry
   */
  decline(entry) {
    this.policy.questions.refused();
    this.#decline(entry);
  }

  /** @param {Entry} entry */
  #decline(entry) {
    if (entry.file?.state !== "offered") return;
    this.#close(entry, "declined", "");
    this.#link?.send({ type: "decline", file: entry.line });
  }

  /**
   * The user cancels a transfer.
   * @param {Entry} entry
   */
  cancel(entry) {
    if (!isInProgress(entry.file)) return;
    this.#close(entry, "canceled", "canceled");
    this.#sendCancel(entry, "canceled");
  }

  /**
   * Stops a transfer and deletes what has arrived.
   * @param {Entry} entry
   */
  release(entry) {
    this.#receiver?.stop(entry.line);
    this.#kept.forget(entry);
    this.#checksums.delete(entry.id);
  }

  /**
   * @param {Entry} entry
   * @returns {number} Bytes that have arrived.
   */
  arrived(entry) {
    return Math.min(this.#receiver?.arrived(entry.line) ?? 0, entry.file?.size ?? 0);
  }

  /**
   * @param {Entry} entry
   * @returns {Blob | null} See {@link KeptFiles#whole}.
   */
  whole(entry) {
    return this.#kept.whole(entry);
  }

  /** @param {Entry} entry A running file, whose missing blocks are requested. */
  async #request(entry) {
    const receiver = this.#receiver;
    const kept = await this.#kept.find(entry).catch(() => null);
    if (receiver === null || receiver !== this.#receiver || entry.file?.state !== "running") return;
    if (kept === null) return this.#onFailed(entry.line, "checksum");
    const { store } = this.#context;
    receiver.start(entry.line, {
      size: entry.file.size,
      block: kept.blocks.length,
      store: async (index, bytes, digest) => {
        kept.blocks[index] = await store.writeBlock(fileName(entry), index, bytes);
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
  #onStored(number, blocks) {
    this.#link?.send({ type: "confirmed", file: number, blocks });
    const entry = this.#context.log.fileOf(false, number);
    if (entry !== undefined) void this.#finish(entry);
  }

  /** @param {Entry} entry Is complete once all blocks are stored and the checksum matches. */
  async #finish(entry) {
    const kept = this.#kept.get(entry);
    const announced = this.#checksums.get(entry.id);
    const blocks = blockCount(entry.file?.size ?? 0);
    if (kept === undefined || announced === undefined || kept.digests.length < blocks) return;
    const actual = await checksum(kept.digests).catch(() => "");
    if (entry.file?.state !== "running") return;
    // Each block was correct: the sender's file has changed between two of them.
    if (actual !== announced) return this.#onFailed(entry.line, actual === "" ? "checksum" : "changed");
    entry.file.state = "complete";
    this.#receiver?.stop(entry.line);
    this.#context.log.save();
    this.#link?.send({ type: "complete", file: entry.line });
    this.#context.onChange();
  }

  /**
   * @param {number} number Of the file's offer.
   * @param {Reason} reason
   */
  #onFailed(number, reason) {
    const entry = this.#context.log.fileOf(false, number);
    if (entry === undefined) return;
    this.#close(entry, "failed", reason);
    this.#sendCancel(entry, reason);
  }

  /**
   * @param {Entry} entry
   * @param {Reason} reason
   */
  #sendCancel({ line }, reason) {
    this.#link?.send({ type: "cancel", file: line, by: "receiver", reason });
  }

  /**
   * @param {Entry} entry
   * @param {import("./chat-log.js").FileState} state The final one.
   * @param {Reason | ""} reason
   */
  #close(entry, state, reason) {
    if (entry.file !== null) Object.assign(entry.file, { state, reason });
    this.release(entry);
    this.#context.log.saveSoon();
    this.#context.onChange();
  }
}
