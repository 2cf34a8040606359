import { BestBlockStore } from "./best-block-store.js";
import { ChatLog } from "./chat-log.js";
import { ChatSync } from "./chat-sync.js";
import { Draft } from "./draft.js";
import { IncomingFiles } from "./incoming-files.js";
import { MAX_TEXT_LENGTH, MAX_WAITING } from "./limits.js";
import { linesOf } from "./lines.js";
import { Offering } from "./offering.js";
import { OutgoingFiles } from "./outgoing-files.js";
import { viewOf } from "./view.js";

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./chat-sync.js").Channels} Channels */
/** @typedef {import("./view.js").MessagesView} MessagesView */

/** Milliseconds between two `change` events for the progress of files. */
const PROGRESS_INTERVAL = 120;

/**
 * @typedef {object} MessagesOptions
 * @property {import("../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's session
 *   storage.
 * @property {(author: string) => import("./block-store.js").BlockStore} [createStore] For tests: in place of the best
 *   store that the browser supports.
 */

/**
 * Chat and files between two clients of this project, from browser to browser. Everything is kept for this tab until
 * the user hangs up, so that it survives reloads and new connections.
 *
 * Events: `change` (see {@link Messages#view}), `arrived` (something of the peer; its detail is an {@link Entry}),
 * `forgotten` (everything is deleted).
 */
export class Messages extends EventTarget {
  /** What the person has written and not sent. */
  draft;

  #log;
  #createStore;
  #context;
  #offering;
  #incoming;
  #outgoing;
  /** @type {ChatSync | null} Of the current connection. */
  #sync = null;
  /** @type {import("./view.js").Contact} */
  #contact = "nobody";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {import("./chat-log.js").Entry[]} Offers that are not shown yet. */
  #held = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #holding;

  /**
   * @param {string} key Identifies the room on this device.
   * @param {MessagesOptions} [options]
   */
  constructor(key, { area, createStore = (author) => new BestBlockStore(author) } = {}) {
    super();
    this.#log = new ChatLog(key, area);
    this.draft = new Draft(key, area);
    this.#createStore = createStore;
    this.#context = {
      log: this.#log,
      store: createStore(this.#log.facts.author),
      onChange: () => this.#changed(),
      onProgress: () => (this.#timer ??= setTimeout(() => this.#changed(), PROGRESS_INTERVAL)),
    };
    const enter = (/** @type {import("./chat-log.js").FileFacts} */ facts, /** @type {File} */ file) =>
      this.#enter(facts, file);
    this.#offering = new Offering(this.#log, () => this.view.canWrite, enter);
    this.#incoming = new IncomingFiles(this.#context);
    this.#outgoing = new OutgoingFiles(this.#context);
    void this.#incoming.restore();
    if (this.#incoming.policy.questions.wait > 0) this.#hold();
  }

  /** @returns {MessagesView} */
  get view() {
    return viewOf(this.#log, this.#contact, this.#incoming, this.#outgoing);
  }

  /**
   * A connection to a peer begins.
   * @param {boolean} hasChat Whether the peer's client has chat.
   */
  begin(hasChat) {
    this.end();
    this.#contact = hasChat ? "connecting" : "foreign";
    this.#changed();
  }

  /** @param {Channels} channels Of the connection. */
  use(channels) {
    this.#sync?.end();
    this.#sync = new ChatSync(channels, {
      log: this.#log,
      incoming: this.#incoming,
      outgoing: this.#outgoing,
      onChange: () => this.#onSyncChange(),
      onArrived: (entry) => this.#onArrived(entry),
      onBroken: () => this.#setContact("broken"),
    });
  }

  /** The connection has ended. Another one may follow. */
  end() {
    this.#sync?.end();
    this.#sync = null;
    this.#setContact(this.#log.facts.peer === "" ? "nobody" : "away");
  }

  /** Deletes everything: the user leaves for good. */
  async forget() {
    this.end();
    this.#incoming.policy.questions.forget();
    clearTimeout(this.#holding);
    this.#holding = undefined;
    this.#held = [];
    for (const entry of this.#log.facts.entries) (entry.mine ? this.#outgoing : this.#incoming).release(entry);
    const { store } = this.#context;
    this.#log.forget();
    this.draft.keep("");
    this.dispatchEvent(new Event("forgotten"));
    this.#context.store = this.#createStore(this.#log.facts.author);
    this.#setContact("nobody");
    await store.clear().catch(() => undefined);
  }

  /**
   * Sends a text, now or as soon as the peer is back: as several lines if it is longer than one may be.
   * @param {string} text
   * @returns {"" | "empty" | "not-now" | "too-long" | "too-many"} Why nothing of it is sent. "too-many": lines that wait.
   */
  write(text) {
    if (!this.view.canWrite) return "not-now";
    if (text.length > MAX_TEXT_LENGTH) return "too-long";
    const lines = linesOf(text);
    if (lines.length === 0) return "empty";
    if (this.#log.waiting.length + lines.length > MAX_WAITING) return "too-many";
    for (const line of lines) this.#enter(line);
    return "";
  }

  /** @param {string} text See {@link Messages#write}. */
  say(text) {
    return this.write(text) === "";
  }

  /** @param {readonly File[]} files See {@link Offering#offer}. */
  offer(files) {
    return this.#offering.offer(files);
  }

  /** @param {readonly File[]} files See {@link Offering#offerReadable}. */
  offerReadable(files) {
    return this.#offering.offerReadable(files);
  }

  /** @param {number} id Of an entry with an offered file of the peer. */
  accept(id) {
    const entry = this.#find(id);
    if (entry !== undefined && !entry.mine) void this.#incoming.accept(entry);
  }

  /** @param {number} id Of an entry with an offered file of the peer. */
  decline(id) {
    const entry = this.#find(id);
    if (entry !== undefined && !entry.mine) this.#incoming.decline(entry);
  }

  /** Declines every file of the peer in this call. */
  declineAll() {
    this.#incoming.declineAll();
  }

  /** @param {number} id Of an entry with a file that is in progress. */
  cancel(id) {
    const entry = this.#find(id);
    if (entry !== undefined) (entry.mine ? this.#outgoing : this.#incoming).cancel(entry);
  }

  /**
   * Resumes the transfer of an own file that this page lost by a reload.
   * @param {number} id Of its entry.
   * @param {File} file
   * @returns {boolean} Whether it is the same file.
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
    this.#sync?.say(entry);
    this.#changed();
  }

  /** @param {number} id */
  #find(id) {
    return this.#log.facts.entries.find((entry) => entry.id === id);
  }

  /** @param {import("./chat-log.js").Entry} entry */
  #onArrived(entry) {
    const { policy } = this.#incoming;
    if (!policy.holds(entry)) {
      this.dispatchEvent(new CustomEvent("arrived", { detail: entry }));
      return;
    }
    this.#held.push(entry);
    this.#hold();
  }

  #hold() {
    this.#holding ??= setTimeout(() => this.#showHeld(), this.#incoming.policy.questions.wait);
  }

  #showHeld() {
    this.#holding = undefined;
    for (const entry of this.#held.splice(0)) if (entry.file?.state === "offered") this.#onArrived(entry);
    this.#changed();
  }

  #onSyncChange() {
    if (this.#sync?.isOpen) this.#contact = "open";
    this.#changed();
  }

  /** @param {import("./view.js").Contact} contact */
  #setContact(contact) {
    this.#contact = contact;
    this.#changed();
  }

  #changed() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.dispatchEvent(new Event("change"));
  }
}
