import { ChatLog } from "./chat-log.js";
import { cleanName, cleanText, isPicture } from "./clean.js";
import { canHash } from "./digests.js";
import { Exchange } from "./exchange.js";
import { IncomingFiles } from "./incoming-files.js";
import { LARGEST_FILE } from "./limits.js";
import { MemorySpool } from "./memory-spool.js";
import { OutgoingFiles } from "./outgoing-files.js";
import { DiskSpool } from "./spool.js";
import { viewOf } from "./view.js";

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./exchange.js").Channels} Channels */
/** @typedef {import("./view.js").MessagesView} MessagesView */

/** Milliseconds between two looks at how far files are. */
const PROGRESS = 120;

/**
 * Text and files between two clients of ours, from browser to browser. Everything is kept for this tab until the
 * person hangs up, so that it goes on after a reload and over a new connection.
 *
 * Events: `change` (see {@link Messages#view}), `arrived` (something of the other side; its detail is an {@link Entry}).
 */
export class Messages extends EventTarget {
  #log;
  #makeSpool;
  #context;
  #incoming;
  #outgoing;
  /** @type {Exchange | null} */
  #exchange = null;
  /** @type {import("./view.js").Contact} */
  #contact = "nobody";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {string} key Of the room, on this device.
   * @param {{ storage?: Storage | null, spool?: (author: string) => import("./spool.js").Spool }} [places] Where things are
   *   kept, if not where the browser has them.
   */
  constructor(key, { storage, spool = makeSpool } = {}) {
    super();
    this.#log = storage === undefined ? new ChatLog(key) : new ChatLog(key, storage);
    this.#makeSpool = spool;
    this.#context = {
      log: this.#log,
      spool: spool(this.#log.facts.author),
      onChange: () => this.#changed(),
      onProgress: () => (this.#timer ??= setTimeout(() => this.#changed(), PROGRESS)),
    };
    this.#incoming = new IncomingFiles(this.#context);
    this.#outgoing = new OutgoingFiles(this.#context);
    void this.#incoming.restore();
  }

  /** @returns {MessagesView} */
  get view() {
    return viewOf(this.#log, this.#contact, this.#incoming, this.#outgoing);
  }

  /**
   * A conversation begins.
   * @param {boolean} isOurs Whether the other one's client has chat too.
   */
  begin(isOurs) {
    this.end();
    this.#contact = isOurs ? "connecting" : "foreign";
    this.#changed();
  }

  /** @param {Channels} channels Of the conversation. */
  use(channels) {
    this.#exchange?.end();
    this.#exchange = new Exchange(channels, {
      log: this.#log,
      incoming: this.#incoming,
      outgoing: this.#outgoing,
      onChange: () => this.#onExchange(),
      onArrived: (entry) => this.dispatchEvent(new CustomEvent("arrived", { detail: entry })),
      onBroken: () => this.#meets("broken"),
    });
  }

  /** The conversation is over; another one may follow. */
  end() {
    this.#exchange?.end();
    this.#exchange = null;
    this.#meets(this.#log.facts.peer === "" ? "nobody" : "away");
  }

  /** The person leaves for good: nothing is kept. */
  async forget() {
    this.end();
    for (const entry of this.#log.facts.entries) (entry.mine ? this.#outgoing : this.#incoming).release(entry);
    const { spool } = this.#context;
    this.#log.forget();
    this.#context.spool = this.#makeSpool(this.#log.facts.author);
    this.#meets("nobody");
    await spool.clear().catch(() => undefined);
  }

  /**
   * Says something, now or as soon as the other side is back.
   * @param {string} text
   * @returns {boolean} Whether there was something to say, and it can be said.
   */
  say(text) {
    const line = cleanText(text);
    if (line === "" || !this.view.canWrite) return false;
    this.#enter(line);
    return true;
  }

  /**
   * Offers files.
   * @param {readonly File[]} files
   * @returns {File[]} Those that cannot be offered: they are too large, or too much waits already.
   */
  offer(files) {
    return files.filter((file) => {
      if (!this.view.canWrite || !canHash || file.size > LARGEST_FILE) return true;
      const { size, lastModified: modified } = file;
      // The other side believes the type as little as the name.
      const media = isPicture(file.type) ? file.type : "";
      this.#enter({ name: cleanName(file.name), size, media, modified, state: "offered", reason: "" }, file);
      return false;
    });
  }

  /** @param {number} id Of an entry: a file that is offered is taken. */
  accept(id) {
    const entry = this.#find(id);
    if (entry !== undefined && !entry.mine) void this.#incoming.accept(entry);
  }

  /** @param {number} id Of an entry: a file that is offered is not wanted. */
  decline(id) {
    const entry = this.#find(id);
    if (entry !== undefined && !entry.mine) this.#incoming.decline(entry);
  }

  /** @param {number} id Of an entry: a transfer that is under way is ended. */
  cancel(id) {
    const entry = this.#find(id);
    if (entry !== undefined) (entry.mine ? this.#outgoing : this.#incoming).cancel(entry);
  }

  /**
   * Goes on with a file of one's own that this page lost by a reload.
   * @param {number} id Of its entry.
   * @param {File} file
   * @returns {boolean} Whether it is the same one.
   */
  provide(id, file) {
    const entry = this.#find(id);
    return entry !== undefined && entry.mine && this.#outgoing.provide(entry, file);
  }

  /**
   * @param {string | import("./chat-log.js").FileFacts} content
   * @param {File} [file]
   */
  #enter(content, file) {
    const entry = this.#log.add(true, this.#log.facts.sent + 1, content);
    this.#log.save();
    if (file !== undefined) this.#outgoing.add(entry, file);
    this.#exchange?.say(entry);
    this.#changed();
  }

  /** @param {number} id */
  #find(id) {
    return this.#log.facts.entries.find((entry) => entry.id === id);
  }

  #onExchange() {
    if (this.#exchange?.isOpen) this.#contact = "open";
    this.#changed();
  }

  /** @param {import("./view.js").Contact} contact */
  #meets(contact) {
    this.#contact = contact;
    this.#changed();
  }

  #changed() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {string} author */
function makeSpool(author) {
  return DiskSpool.isPossible ? new DiskSpool(author) : new MemorySpool();
}
