import { isMark } from "./negotiation-mark.js";

/** @typedef {import("./peer-link.js").LinkSignal} LinkSignal */

/** Both sides make the channel themselves: neither waits for the other to announce it. */
const OPTIONS = { negotiated: true, id: 0, ordered: true };
/** Characters of the longest signal that is taken: no description comes near it. */
const LONGEST = 65_536;

/**
 * A way for signals through the connection itself, for when the server cannot be reached. Only between two clients of
 * ours: it adds a media line to the descriptions.
 */
export class SignalChannel {
  #channel;

  /**
   * @param {RTCPeerConnection} connection
   * @param {{ onSignal: (signal: LinkSignal) => void, onClose: () => void }} handlers `onClose`: the other side closed
   *   the connection, or the channel broke for good.
   */
  constructor(connection, handlers) {
    this.#channel = connection.createDataChannel("signaling", OPTIONS);
    this.#channel.onmessage = ({ data }) => {
      const signal = read(data);
      if (signal !== null) handlers.onSignal(signal);
    };
    this.#channel.onclose = () => handlers.onClose();
  }

  get isOpen() {
    return this.#channel.readyState === "open";
  }

  /**
   * @param {LinkSignal} signal
   * @returns {boolean} Whether it is on its way. It may come late: what is late is known by its number.
   */
  send(signal) {
    if (!this.isOpen) return false;
    try {
      this.#channel.send(JSON.stringify(signal));
      return true;
    } catch {
      // The buffer is full: nothing has got through for long.
      return false;
    }
  }

  /** Ends it without a word. */
  close() {
    this.#channel.onmessage = null;
    this.#channel.onclose = null;
    this.#channel.close();
  }
}

/**
 * @param {unknown} data
 * @returns {LinkSignal | null} Null for anything that is no signal.
 */
function read(data) {
  if (typeof data !== "string" || data.length > LONGEST) return null;
  try {
    const signal = JSON.parse(data);
    return isSignal(signal) ? signal : null;
  } catch {
    return null;
  }
}

/**
 * @param {any} value
 * @returns {value is LinkSignal}
 */
function isSignal(value) {
  switch (value?.type) {
    case "description": {
      const type = value.description?.type;
      return (type === "offer" || type === "answer") && typeof value.description.sdp === "string";
    }
    case "candidate":
      return typeof value.candidate?.candidate === "string";
    case "offer-request":
      return typeof value.iceRestart === "boolean" && ((value.after ?? null) === null || isMark(value.after));
    default:
      return false;
  }
}
