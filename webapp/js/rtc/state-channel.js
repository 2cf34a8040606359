import { CHANNEL_BOUNDS } from "../guard/channel-bounds.js";
import { keepWithin } from "../guard/guarded-channel.js";
import { readJson } from "../guard/json-message.js";

/** Negotiated, as the signal channel. Ids 1 and 2 are the channels for chat and files. */
const OPTIONS = { negotiated: true, id: 3, ordered: true };

/**
 * A data channel on which each side announces its state; only the latest message counts. In the extended protocol only.
 * It shares the media line of the signal channel.
 */
export class StateChannel {
  /** @type {RTCDataChannel | null} */
  #channel = null;
  #latest = "";
  #handlers;

  /**
   * @param {object} handlers
   * @param {(state: unknown) => void} handlers.onState What the other side announces: any JSON, not trusted.
   * @param {() => void} handlers.onExceeded The other side has sent more than the channel's bounds.
   */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  /** @param {RTCPeerConnection} connection It has, or is about to have, a media line for data channels. */
  open(connection) {
    this.#channel = connection.createDataChannel("state", OPTIONS);
    keepWithin(this.#channel, CHANNEL_BOUNDS.state, this.#handlers.onExceeded);
    this.#channel.onopen = () => this.#send();
    this.#channel.onmessage = ({ data }) => {
      const state = readJson(data);
      if (state !== undefined) this.#handlers.onState(state);
    };
  }

  /** @param {object} state Sent now, or as soon as the channel is open. Not sent if it equals the one before. */
  tell(state) {
    const latest = JSON.stringify(state);
    if (latest === this.#latest) return;
    this.#latest = latest;
    this.#send();
  }

  /** Closes the channel. */
  close() {
    if (this.#channel === null) return;
    this.#channel.onopen = null;
    this.#channel.onmessage = null;
    this.#channel.close();
  }

  #send() {
    if (this.#latest === "" || this.#channel?.readyState !== "open") return;
    try {
      this.#channel.send(this.#latest);
    } catch {
      // The buffer is full: nothing arrives any more, and the other side notices that itself.
    }
  }
}
