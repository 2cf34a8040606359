import { ChatChannel } from "./chat-channel.js";
import { cleanName, cleanText } from "./clean.js";
import { VERSION } from "./limits.js";

/** Milliseconds for which received lines are collected before the log is stored and confirmed once for all of them. */
const CONFIRMATION_DELAY = 15;

/** @typedef {import("./chat-log.js").Entry} Entry */
/** @typedef {import("./wire.js").Message} Message */
/** @typedef {{ messages: RTCDataChannel, files: RTCDataChannel }} Channels */

/**
 * @typedef {object} ChatSyncOptions
 * @property {import("./chat-log.js").ChatLog} log
 * @property {import("./incoming-files.js").IncomingFiles} incoming
 * @property {import("./outgoing-files.js").OutgoingFiles} outgoing
 * @property {() => void} onChange
 * @property {(entry: Entry) => void} onArrived
 * @property {() => void} onBroken The peer violates the protocol.
 */

/**
 * Synchronises the logs of both sides over the channels of one connection. Each side says who it is and up to which
 * line it has received the other's lines; the other sends the rest again. So every line arrives once and in order,
 * however often the connection breaks.
 */
export class ChatSync {
  #options;
  #channel;
  #hasMet = false;
  #isOpen = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Channels} channels
   * @param {ChatSyncOptions} options
   */
  constructor({ messages, files }, options) {
    this.#options = options;
    const onBroken = () => this.#break();
    const link = { send: (/** @type {Message} */ message) => this.#channel.send(message), channel: files, onBroken };
    options.incoming.attach(link);
    options.outgoing.attach(link);
    this.#channel = new ChatChannel(messages, {
      onOpen: () => queueMicrotask(() => this.#sendHello()),
      onMessage: (message) => this.#receive(message),
      onBroken,
    });
  }

  /** Whether both sides have exchanged `hello` and `sync`. */
  get isOpen() {
    return this.#isOpen;
  }

  /** @param {Entry} entry A new own entry. Before the synchronisation it is not sent: the synchronisation sends it. */
  say(entry) {
    if (this.#isOpen) this.#channel.send(messageOf(entry));
  }

  /** Sends and receives nothing more. */
  end() {
    if (this.#timer !== undefined) this.#confirm();
    this.#isOpen = false;
    this.#channel.end();
    this.#options.incoming.detach();
    this.#options.outgoing.detach();
  }

  #sendHello() {
    this.#channel.send({ type: "hello", version: VERSION, author: this.#options.log.facts.author });
  }

  /** @param {Message} message */
  #receive(message) {
    const { incoming, outgoing, log } = this.#options;
    if (message.type === "hello") return this.#meet(message.author);
    if (!this.#hasMet) return this.#break();
    switch (message.type) {
      case "sync":
        return this.#synchronise(message.received, message.first);
      case "line":
        return this.#add(message.line, cleanText(message.text));
      case "offer":
        return this.#add(message.line, fileOf(message));
      case "received":
        if (message.line > log.facts.sent) return this.#break();
        log.note({ acked: Math.max(log.facts.acked, message.line) });
        return this.#options.onChange();
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
    const { log, incoming, outgoing, onChange } = this.#options;
    if (this.#hasMet || author === log.facts.author) return this.#break();
    this.#hasMet = true;
    for (const entry of log.meet(author) ?? []) (entry.mine ? outgoing : incoming).release(entry);
    this.#channel.send({ type: "sync", received: log.facts.received, first: log.first });
    onChange();
  }

  /**
   * @param {number} received Up to which line the peer has received ours.
   * @param {number} first The oldest line that the peer can still send.
   */
  #synchronise(received, first) {
    if (this.#isOpen) return this.#break();
    const { log, incoming, outgoing, onChange } = this.#options;
    const { sent, acked } = log.facts;
    // `received` can be higher than `sent`: a duplicate of this tab was in the call for a while.
    log.note({
      sent: Math.max(sent, received),
      acked: Math.max(acked, received),
      received: Math.max(log.facts.received, first - 1),
    });
    this.#isOpen = true;
    for (const entry of log.after(received)) this.#channel.send(messageOf(entry));
    incoming.resume();
    outgoing.resume();
    onChange();
  }

  /**
   * @param {number} line
   * @param {string | import("./chat-log.js").FileFacts} content
   */
  #add(line, content) {
    const { log, incoming, onArrived } = this.#options;
    // A line after a gap is dropped: the next synchronisation sends it again.
    if (line > log.facts.received + 1) return;
    if (content === "") {
      // Nothing but control characters.
      log.skip(line);
    } else if (line === log.facts.received + 1) {
      const entry = log.add(false, line, content);
      if (entry.kind === "file") incoming.offered(entry);
      // What the person does not want is not announced.
      if (entry.file?.state !== "declined") onArrived(entry);
    }
    // A repeated line is confirmed as well: the first confirmation may have been lost.
    this.#timer ??= setTimeout(() => this.#confirm(), CONFIRMATION_DELAY);
  }

  /** Stores the log first: only stored lines are confirmed. */
  #confirm() {
    const { log, onChange } = this.#options;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    log.save();
    this.#channel.send({ type: "received", line: log.facts.received });
    onChange();
  }

  #break() {
    this.end();
    this.#options.onBroken();
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
