/** @typedef {import("../../protocol/messages.js").ClientMessage} ClientMessage */

/** Milliseconds; the protocol allows no more. */
const MAX_MILLISECONDS = 3_600_000;

/** Measures how long it takes to connect to the peer, and reports it once, for the operator's metrics. */
export class ConnectTimer {
  #now;
  #begun;
  #isReported = false;

  /** @param {() => number} [now] Milliseconds, from any moment on. */
  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#begun = now();
  }

  /**
   * @param {{ health: string, path: "direct" | "relayed" | null }} connection Its present state.
   * @returns {ClientMessage | null} For the server; null if there is nothing to report, or not yet.
   */
  report({ health, path }) {
    if (this.#isReported || health !== "connected" || path === null) return null;
    this.#isReported = true;
    const milliseconds = Math.min(MAX_MILLISECONDS, Math.round(this.#now() - this.#begun));
    return { event: "call_connected", data: { milliseconds, path } };
  }
}
