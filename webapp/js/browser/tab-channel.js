import { attemptNow } from "./attempt.js";

/**
 * Messages between the tabs of this browser (BroadcastChannel). Where cookies are blocked there are none. No method
 * throws.
 */
export class TabChannel {
  #channel;

  /**
   * @param {string} name
   * @param {(data: any) => void} onMessage
   */
  constructor(name, onMessage) {
    this.#channel = attemptNow(() => new BroadcastChannel(name), null);
    this.#channel?.addEventListener("message", ({ data }) => onMessage(data));
  }

  /** Whether another tab can answer at all. */
  get isOpen() {
    return this.#channel !== null;
  }

  /** @param {unknown} data */
  send(data) {
    attemptNow(() => this.#channel?.postMessage(data), undefined);
  }

  close() {
    this.#channel?.close();
  }
}
