import { cleanName, cleanText } from "./clean.js";
import { VERSION } from "./limits.js";
import { Session } from "./session.js";

/** Milliseconds in which what came is gathered before it is kept and confirmed: after an interruption much may come. */
const GATHERING = 15;

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./wire.js").Message} Message */
/** @typedef {{ messages: RTCDataChannel, files: RTCDataChannel }} Channels */

/**
 * @typedef {object} ExchangeParts
 * @property {import("./chat-log.js").ChatLog} log
 * @property {import("./incoming-files.js").IncomingFiles} incoming
 * @property {import("./outgoing-files.js").OutgoingFiles} outgoing
 * @property {() => void} onChange
 * @property {(entry: Entry) => void} onArrived
 * @property {() => void} onBroken The other side does not keep to the protocol.
 */

/**
 * The exchange over the channels of one connection. Both sides say who they are, and up to where they have what the
 * other one said; what follows is said again. So each line arrives once, in order, however often connections break.
 */
export class Exchange {
  #parts;
  #session;
  #hasMet = false;
  #isOpen = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Channels} channels
   * @param {ExchangeParts} parts
   */
  constructor({ messages, files }, parts) {
    this.#parts = parts;
    const onBroken = () => this.#break();
    const link = { send: (/** @type {Message} */ message) => this.#session.send(message), channel: files, onBroken };
    parts.incoming.attach(link);
    parts.outgoing.attach(link);
    this.#session = new Session(messages, {
      onOpen: () => queueMicrotask(() => this.#introduce()),
      onMessage: (message) => this.#receive(message),
      onBroken,
    });
  }

  /** Whether both sides know where the other one stands. */
  get isOpen() {
    return this.#isOpen;
  }

  /** @param {Entry} entry Something that was said here just now; without a connection it is said as soon as there is one. */
  say(entry) {
    if (this.#isOpen) this.#session.send(messageOf(entry));
  }

  /** Says and hears nothing more. */
  end() {
    if (this.#timer !== undefined) this.#keep();
    this.#isOpen = false;
    this.#session.end();
    this.#parts.incoming.detach();
    this.#parts.outgoing.detach();
  }

  #introduce() {
    this.#session.send({ type: "hello", version: VERSION, author: this.#parts.log.facts.author });
  }

  /** @param {Message} message */
  #receive(message) {
    const { incoming, outgoing, log } = this.#parts;
    if (message.type === "hello") return this.#meet(message.author);
    if (!this.#hasMet) return this.#break();
    switch (message.type) {
      case "sync":
        return this.#synchronise(message.received, message.first);
      case "line":
        return this.#take(message.line, cleanText(message.text));
      case "offer":
        return this.#take(message.line, fileOf(message));
      case "received":
        if (message.line > log.facts.sent) return this.#break();
        log.count({ acked: Math.max(log.facts.acked, message.line) });
        return this.#parts.onChange();
      case "cancel":
        return message.by === "sender" ? incoming.receive(message) : outgoing.receive(message);
      case "done":
        return incoming.receive(message);
      default:
        return outgoing.receive(message);
    }
  }

  /** @param {string} author */
  #meet(author) {
    const { log, incoming, outgoing, onChange } = this.#parts;
    if (this.#hasMet || author === log.facts.author) return this.#break();
    this.#hasMet = true;
    for (const entry of log.meet(author) ?? []) (entry.mine ? outgoing : incoming).release(entry);
    this.#session.send({ type: "sync", received: log.facts.received, first: log.first });
    onChange();
  }

  /**
   * @param {number} received Up to where the other side has what was said here.
   * @param {number} first The oldest line that the other side can still give.
   */
  #synchronise(received, first) {
    if (this.#isOpen) return this.#break();
    const { log, incoming, outgoing, onChange } = this.#parts;
    const { sent, acked } = log.facts;
    // More than was sent: this tab was out of the call for a while, and its copy had it.
    log.count({
      sent: Math.max(sent, received),
      acked: Math.max(acked, received),
      received: Math.max(log.facts.received, first - 1),
    });
    this.#isOpen = true;
    for (const entry of log.after(received)) this.#session.send(messageOf(entry));
    incoming.resume();
    outgoing.resume();
    onChange();
  }

  /**
   * @param {number} line
   * @param {string | import("./chat-log.js").FileFacts} content
   */
  #take(line, content) {
    const { log, incoming, onArrived } = this.#parts;
    // A gap cannot be: what follows comes again after the next hello.
    if (line > log.facts.received + 1) return;
    if (content === "") {
      // Nothing but characters that nobody types.
      log.pass(line);
    } else if (line === log.facts.received + 1) {
      const entry = log.add(false, line, content);
      onArrived(entry);
      if (entry.kind === "file") incoming.offered(entry);
    }
    // Also for one that came twice: it was confirmed in vain.
    this.#timer ??= setTimeout(() => this.#keep(), GATHERING);
  }

  /** Only what is kept is confirmed. */
  #keep() {
    const { log, onChange } = this.#parts;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    log.save();
    this.#session.send({ type: "received", line: log.facts.received });
    onChange();
  }

  #break() {
    this.end();
    this.#parts.onBroken();
  }
}

/**
 * @param {Entry} entry
 * @returns {Message}
 */
function messageOf({ line, text, file }) {
  if (file === null) return { type: "line", line, text };
  return { type: "offer", line, name: file.name, size: file.size, media: file.media };
}

/**
 * @param {Message & { type: "offer" }} offer
 * @returns {import("./chat-log.js").FileFacts}
 */
function fileOf({ name, size, media }) {
  return { name: cleanName(name), size, media: media.toLowerCase(), modified: 0, state: "offered", reason: "" };
}
