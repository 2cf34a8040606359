import { LINE_BURST, LINES_PER_SECOND, MESSAGE_BURST, MESSAGES_PER_SECOND } from "./limits.js";
import { Rate } from "./rate.js";
import { readMessage } from "./wire.js";

/** @typedef {import("./wire.js").Message} Message */

/**
 * @typedef {object} SessionHandlers
 * @property {() => void} onOpen
 * @property {(message: Message) => void} onMessage
 * @property {() => void} onBroken The other side does not keep to the protocol: nothing more of it is read.
 */

/** The channel `messages` of one connection, with bounds for whatever comes. */
export class Session {
  #channel;
  #handlers;
  #messages = new Rate(MESSAGE_BURST, MESSAGES_PER_SECOND);
  #lines = new Rate(LINE_BURST, LINES_PER_SECOND);

  /**
   * @param {RTCDataChannel} channel
   * @param {SessionHandlers} handlers
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
   * @returns {boolean} Whether it is on its way; what is not is sent again in the next session.
   */
  send(message) {
    if (this.#channel.readyState !== "open") return false;
    try {
      this.#channel.send(JSON.stringify(message));
      return true;
    } catch {
      // The buffer is full: nothing has got through for long.
      return false;
    }
  }

  /** Reads nothing more. */
  end() {
    this.#channel.onmessage = null;
    this.#channel.onopen = null;
  }

  /** @param {unknown} data */
  #receive(data) {
    const message = this.#messages.take() ? readMessage(data) : undefined;
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
