import { MOST_CHARACTERS, MOST_ENTRIES } from "./limits.js";

/** @typedef {"offered" | "running" | "complete" | "declined" | "canceled" | "failed"} FileState */

/**
 * @typedef {object} FileFacts
 * @property {string} name
 * @property {number} size In bytes.
 * @property {string} media The media type, as its sender has it; may be empty.
 * @property {number} modified Of an own file: when it was changed last, in ms since 1970; 0 for the other's.
 * @property {FileState} state
 * @property {import("./wire.js").Reason | ""} reason Why it was canceled or failed.
 */

/**
 * What was said, in the order in which it was said here.
 * @typedef {object} Entry
 * @property {number} id Its own in this log.
 * @property {"text" | "file" | "divider"} kind "divider": from here on the other participant is another one.
 * @property {number} meeting Which of those this side has met it belongs to.
 * @property {boolean} mine
 * @property {number} line Its number in the exchange with the other side; 0 for a divider.
 * @property {number} at When it was said or came, in ms since 1970.
 * @property {string} text
 * @property {FileFacts | null} file
 * @property {boolean} lost Whether it was meant for somebody who is gone and never got it.
 */

/**
 * @typedef {object} Facts
 * @property {string} author This side's name towards the other one: nobody else knows it.
 * @property {string} peer The other side's; empty before the first meeting.
 * @property {number} meeting How many others were met.
 * @property {number} sent The number of the own line that was written last, in this meeting.
 * @property {number} acked The number up to which the other side has them.
 * @property {number} received The number up to which the other side's lines have come.
 * @property {number} entered The id that was given last.
 * @property {Entry[]} entries
 */

/**
 * The conversation as text: kept for this tab, so that it outlives a reload, and bounded. Where nothing can be stored
 * it lives as long as the page.
 */
export class ChatLog {
  #key;
  #storage;
  /** @type {Facts} */
  #facts;

  /**
   * @param {string} key
   * @param {Storage | null} [storage]
   */
  constructor(key, storage = tabStorage()) {
    this.#key = `video-chat-room:chat:${key}`;
    this.#storage = storage;
    this.#facts = this.#read() ?? fresh();
  }

  /** @returns {Readonly<Facts>} */
  get facts() {
    return this.#facts;
  }

  /** @returns {Entry[]} Own lines and offers that the other side may not have yet. */
  get waiting() {
    const { acked } = this.#facts;
    return this.#current.filter(({ mine, line }) => mine && line > acked);
  }

  /** @returns {Entry[]} The files of this meeting. */
  get files() {
    return this.#current.filter(({ kind }) => kind === "file");
  }

  /** @returns {number} The oldest own line that can still be given. */
  get first() {
    return this.#current.find(({ mine }) => mine)?.line ?? this.#facts.sent + 1;
  }

  get #current() {
    return this.#facts.entries.filter(({ meeting, kind }) => meeting === this.#facts.meeting && kind !== "divider");
  }

  /**
   * @param {number} received Up to where the other side has what was said.
   * @returns {Entry[]} The own lines after it.
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
   * The other side says who it is.
   * @param {string} author
   * @returns {Entry[] | null} Null if it is the one of before; else the entries that were under way and are lost.
   */
  meet(author) {
    const facts = this.#facts;
    if (facts.peer === author) return null;
    const lost = [...new Set([...this.waiting, ...this.files.filter(({ file }) => isUnderWay(file))])];
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
   * Writes down something that was said; {@link ChatLog#save} keeps it.
   * @param {boolean} mine
   * @param {number} line
   * @param {string | FileFacts} content
   * @returns {Entry}
   */
  add(mine, line, content) {
    const isText = typeof content === "string";
    if (mine) this.#facts.sent = line;
    else this.#facts.received = line;
    const entry = this.#enter({
      kind: isText ? "text" : "file",
      mine,
      line,
      text: isText ? content : "",
      file: isText ? null : content,
    });
    return entry;
  }

  /** @param {number} line Of the other side, which says nothing. */
  pass(line) {
    this.#facts.received = Math.max(this.#facts.received, line);
  }

  /** @param {Partial<Pick<Facts, "sent" | "acked" | "received">>} numbers */
  count(numbers) {
    Object.assign(this.#facts, numbers);
    this.save();
  }

  /** Keeps what was changed. */
  save() {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(this.#facts));
    } catch {
      // Full, or not allowed: it lives as long as the page.
    }
  }

  /** Begins a new one: the person has left for good. */
  forget() {
    this.#facts = fresh();
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // There was none.
    }
  }

  /** @param {Omit<Entry, "id" | "meeting" | "at" | "lost">} said */
  #enter(said) {
    const facts = this.#facts;
    const entry = { id: ++facts.entered, meeting: facts.meeting, at: Date.now(), lost: false, ...said };
    facts.entries.push(entry);
    let characters = facts.entries.reduce((sum, { text }) => sum + text.length, 0);
    while (facts.entries.length > MOST_ENTRIES || characters > MOST_CHARACTERS) {
      const oldest = facts.entries.findIndex((other) => other !== entry && !this.#isNeeded(other));
      if (oldest < 0) break;
      characters -= facts.entries.splice(oldest, 1)[0]?.text.length ?? 0;
    }
    return entry;
  }

  /** @param {Entry} entry */
  #isNeeded({ meeting, mine, line, file }) {
    if (meeting !== this.#facts.meeting) return false;
    return (mine && line > this.#facts.acked) || isUnderWay(file);
  }

  /** @returns {Facts | null} */
  #read() {
    try {
      const facts = JSON.parse(this.#storage?.getItem(this.#key) ?? "null");
      return Array.isArray(facts?.entries) && typeof facts.author === "string" ? facts : null;
    } catch {
      return null;
    }
  }
}

/**
 * @param {FileFacts | null} file
 * @returns {boolean} Whether it is a file whose transfer is not over.
 */
export function isUnderWay(file) {
  return file?.state === "offered" || file?.state === "running";
}

/** @returns {Facts} */
function fresh() {
  // 128 bits that nobody guesses.
  const author = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(36).padStart(7, "0"),
  ).join("-");
  return { author, peer: "", meeting: 0, sent: 0, acked: 0, received: 0, entered: 0, entries: [] };
}

/** @returns {Storage | null} Null where the browser does not allow it. */
function tabStorage() {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
