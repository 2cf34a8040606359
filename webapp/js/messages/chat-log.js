import { NO_REFUSALS, readRefusals } from "../guard/question-policy.js";
import { sessionStore } from "../storage/storage.js";
import { MAX_CHARACTERS, MAX_ENTRIES } from "./limits.js";

/** Milliseconds after which a change is stored that may be lost: the peer tells it again. */
const SAVE_DELAY = 250;

/** @typedef {"offered" | "running" | "complete" | "declined" | "canceled" | "failed"} FileState */

/**
 * @typedef {object} FileFacts
 * @property {string} name
 * @property {number} size In bytes.
 * @property {string} media The media type that the sender gave; may be empty.
 * @property {number} modified Of an own file: when it was last modified, in ms since 1970; 0 for a received file.
 * @property {FileState} state
 * @property {import("./wire.js").Reason | ""} reason Why it was canceled or failed.
 */

/**
 * A line, a file or a divider of the conversation, in the order in which they appeared here.
 * @typedef {object} Entry
 * @property {number} id Unique in this log.
 * @property {"text" | "file" | "divider"} kind "divider": from here on the peer is another one.
 * @property {number} meeting Which of the peers it belongs to, counted from 1; 0 before the first one.
 * @property {boolean} mine
 * @property {number} line Its sequence number on the wire; 0 for a divider.
 * @property {number} at When it was sent or received, in ms since 1970.
 * @property {string} text
 * @property {FileFacts | null} file
 * @property {boolean} lost Whether it was for a peer who has left without receiving it.
 */

/**
 * What is stored.
 * @typedef {object} Facts
 * @property {string} author Identifies this tab to the peer; known to nobody else.
 * @property {string} peer The peer's author; empty before the first meeting.
 * @property {number} meeting How many peers were met.
 * @property {number} sent The sequence number of the last own line in this meeting.
 * @property {number} acked The sequence number up to which the peer has received the own lines.
 * @property {number} received The sequence number up to which the peer's lines have arrived.
 * @property {number} entered The last id that was given to an entry.
 * @property {number} dropped How many of the oldest entries are no longer kept.
 * @property {{ count: number, bytes: number }} taken Files that were taken without asking.
 * @property {Readonly<import("../guard/question-policy.js").Refusals>} refusals Of files.
 * @property {Entry[]} entries
 */

/**
 * The log of the conversation, of limited size. It is kept in session storage, where a reload finds it. Where storage
 * is blocked or full, it lasts as long as the page.
 */
export class ChatLog {
  #key;
  #store;
  /** @type {Facts} */
  #facts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saving;

  /**
   * @param {string} key
   * @param {import("../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's session
   *   storage.
   */
  constructor(key, area) {
    this.#key = `video-chat-room:chat:${key}`;
    this.#store = sessionStore(area);
    this.#facts = this.#read() ?? emptyFacts();
  }

  /** @returns {Readonly<Facts>} */
  get facts() {
    return this.#facts;
  }

  /** @returns {Entry[]} Own lines and offers that the peer has not confirmed. */
  get waiting() {
    return this.after(this.#facts.acked);
  }

  /** @returns {Entry[]} The files of this meeting. */
  get files() {
    return this.#current.filter(({ kind }) => kind === "file");
  }

  /** @returns {number} The sequence number of the oldest own line that can still be sent. */
  get first() {
    return this.#current.find(({ mine }) => mine)?.line ?? this.#facts.sent + 1;
  }

  get #current() {
    return this.#facts.entries.filter(({ meeting, kind }) => meeting === this.#facts.meeting && kind !== "divider");
  }

  /**
   * @param {number} received A sequence number.
   * @returns {Entry[]} The own lines and offers after it.
   */
  after(received) {
    return this.#current.filter(({ mine, line }) => mine && line > received);
  }

  /**
   * @param {boolean} mine
   * @param {number} line
   * @returns {Entry | undefined} The file of that offer, in this meeting.
   */
  fileOf(mine, line) {
    return this.files.find((entry) => entry.mine === mine && entry.line === line);
  }

  /**
   * Begins a new meeting if the peer is another one than before.
   * @param {string} author Of the peer.
   * @returns {Entry[] | null} Null for the same peer; else the entries of the previous peer that are lost.
   */
  meet(author) {
    const facts = this.#facts;
    if (facts.peer === author) return null;
    const lost = [...new Set([...this.waiting, ...this.files.filter(({ file }) => isInProgress(file))])];
    for (const entry of lost) {
      entry.lost = true;
      if (entry.file !== null) Object.assign(entry.file, { state: "failed", reason: "gone" });
    }
    const isFirst = facts.peer === "";
    Object.assign(facts, { peer: author, meeting: facts.meeting + 1, sent: 0, acked: 0, received: 0 });
    if (!isFirst && facts.entries.length > 0)
      this.#enter({ kind: "divider", mine: false, line: 0, text: "", file: null });
    this.save();
    return lost;
  }

  /**
   * Adds an entry. The caller stores the log with {@link ChatLog#save}.
   * @param {boolean} mine
   * @param {number} line
   * @param {string | FileFacts} content
   * @returns {Entry}
   */
  add(mine, line, content) {
    const isText = typeof content === "string";
    if (mine) this.#facts.sent = line;
    else this.#facts.received = line;
    return this.#enter({
      kind: isText ? "text" : "file",
      mine,
      line,
      text: isText ? content : "",
      file: isText ? null : content,
    });
  }

  /** @param {number} line Of the peer, without visible content: it is counted and not shown. */
  skip(line) {
    this.#facts.received = Math.max(this.#facts.received, line);
  }

  /** @param {Partial<Pick<Facts, "sent" | "acked" | "received" | "taken" | "refusals">>} facts */
  note(facts) {
    Object.assign(this.#facts, facts);
    this.saveSoon();
  }

  /** A peer who confirms line by line must not make this page store the whole log each time. */
  saveSoon() {
    this.#saving ??= setTimeout(() => this.save(), SAVE_DELAY);
  }

  /** Stores the log. */
  save() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#store.set(this.#key, JSON.stringify(this.#facts));
  }

  /** Deletes the log and begins a new one: the user has left for good. */
  forget() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#facts = emptyFacts();
    this.#store.remove(this.#key);
  }

  /** @param {Omit<Entry, "id" | "meeting" | "at" | "lost">} content */
  #enter(content) {
    const facts = this.#facts;
    const entry = { id: ++facts.entered, meeting: facts.meeting, at: Date.now(), lost: false, ...content };
    facts.entries.push(entry);
    let characters = facts.entries.reduce((sum, { text }) => sum + text.length, 0);
    while (facts.entries.length > MAX_ENTRIES || characters > MAX_CHARACTERS) {
      const oldest = facts.entries.findIndex((other) => other !== entry && !this.#isNeeded(other));
      if (oldest < 0) break;
      characters -= facts.entries.splice(oldest, 1)[0]?.text.length ?? 0;
      facts.dropped++;
    }
    return entry;
  }

  /** @param {Entry} entry */
  #isNeeded({ meeting, mine, line, file }) {
    if (meeting !== this.#facts.meeting) return false;
    return (mine && line > this.#facts.acked) || isInProgress(file);
  }

  /** @returns {Facts | null} */
  #read() {
    try {
      const facts = JSON.parse(this.#store.get(this.#key) ?? "null");
      if (!Array.isArray(facts?.entries) || typeof facts.author !== "string") return null;
      // What an earlier version has stored lacks some of it.
      return { ...emptyFacts(), ...facts, refusals: readRefusals(facts.refusals) };
    } catch {
      return null;
    }
  }
}

/**
 * @param {FileFacts | null} file
 * @returns {boolean} Whether it is a file that is offered or being transferred.
 */
export function isInProgress(file) {
  return file?.state === "offered" || file?.state === "running";
}

/** @returns {Facts} */
function emptyFacts() {
  // 128 random bits.
  const author = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(36).padStart(7, "0"),
  ).join("-");
  return {
    author,
    peer: "",
    meeting: 0,
    sent: 0,
    acked: 0,
    received: 0,
    entered: 0,
    dropped: 0,
    taken: { count: 0, bytes: 0 },
    refusals: NO_REFUSALS,
    entries: [],
  };
}
