import { TokenBucket } from "../guard/token-bucket.js";
import { LINE_BURST, LINES_PER_SECOND } from "./limits.js";
import { readMessage } from "./wire.js";

/** @typedef {import("./wire.js").Message} Message */

/**
 * @typedef {object} ChatChannelHandlers
 * @property {() => void} onOpen
 * @property {(message: Message) => void} onMessage
 * @property {() => void} onBroken The peer violates the protocol or the rate of lines: nothing more is read.
 */

/** The data channel `messages` of one connection. The connection keeps it within the bounds of all messages. */
export class ChatChannel {
  #channel;
  #handlers;
  #lines = new TokenBucket(LINE_BURST, LINES_PER_SECOND);

  /**
   * @param {RTCDataChannel} channel
   * @param {ChatChannelHandlers} handlers
   */
  constructor(channel, handlers) {
    this.#channel = channel;
    this.#handlers = handlers;
    channel.onmessage = ({ data }) => this.#receive(data);
    if (channel.readyState === "open") handlers.onOpen();
    else channel.onopen = () => handlers.onOpen();
  }

  /**
   * @param {Message} message
   * @returns {boolean} Whether it was sent. If not, the next synchronisation sends it again.
   */
  send(message) {
    if (this.#channel.readyState !== "open") return false;
    try {
      this.#channel.send(JSON.stringify(message));
    } catch {
      // The channel's buffer is full: nothing has got through for a long time.
      return false;
    }
    return true;
  }

  /** Reads nothing more. */
  end() {
    this.#channel.onmessage = null;
    this.#channel.onopen = null;
  }

  /** @param {unknown} data */
  #receive(data) {
    const message = readMessage(data);
    if (message === null) return;
    const isLine = message?.type === "line" || message?.type === "offer";
    if (message === undefined || (isLine && !this.#lines.take())) {
      this.end();
      this.#handlers.onBroken();
    } else {
      this.#handlers.onMessage(message);
    }
  }
}
