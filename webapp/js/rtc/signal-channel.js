import { CHANNEL_BOUNDS } from "../guard/channel-bounds.js";
import { keepWithin } from "../guard/guarded-channel.js";
import { readJson } from "../guard/json-message.js";
import { isOfferId } from "./offer-id.js";

/** @typedef {import("./peer-link.js").LinkSignal} LinkSignal */

/** Negotiated: both sides create the channel themselves, so neither waits for the other one to announce it. */
const OPTIONS = { negotiated: true, id: 0, ordered: true };

/**
 * A data channel for signals while the server cannot be reached. In the extended protocol only: it adds a media line to
 * the descriptions.
 */
export class SignalChannel {
  #channel;

  /**
   * @param {RTCPeerConnection} connection
   * @param {object} handlers
   * @param {(signal: LinkSignal) => void} handlers.onSignal
   * @param {() => void} handlers.onClose The other side has closed the connection, or the channel has failed.
   * @param {() => void} handlers.onExceeded The other side has sent more than the channel's bounds.
   */
  constructor(connection, handlers) {
    this.#channel = connection.createDataChannel("signaling", OPTIONS);
    keepWithin(this.#channel, CHANNEL_BOUNDS.signaling, handlers.onExceeded);
    this.#channel.onmessage = ({ data }) => {
      const signal = readJson(data);
      if (isSignal(signal)) handlers.onSignal(signal);
    };
    this.#channel.onclose = () => handlers.onClose();
  }

  get isOpen() {
    return this.#channel.readyState === "open";
  }

  /**
   * @param {LinkSignal} signal
   * @returns {boolean} Whether it was sent. It may arrive late: the ids of the offers show that.
   */
  send(signal) {
    if (!this.isOpen) return false;
    try {
      this.#channel.send(JSON.stringify(signal));
      return true;
    } catch {
      // The buffer is full: nothing has arrived for a long time.
      return false;
    }
  }

  /** Closes the channel without calling `onClose`. */
  close() {
    this.#channel.onmessage = null;
    this.#channel.onclose = null;
    this.#channel.close();
  }
}

/**
 * @param {any} value Anything from the other side.
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
      return typeof value.iceRestart === "boolean" && ((value.after ?? null) === null || isOfferId(value.after));
    default:
      return false;
  }
}
