/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */

/** The longest that is reported, in ms: the protocol's bound. */
const LONGEST = 3_600_000;

/** Measures how long it takes to be connected to somebody, and says so once: the operator's metrics tell it. */
export class CallTimer {
  #now;
  #begun;
  #isReported = false;

  /** @param {() => number} [now] Milliseconds, from any moment on. */
  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#begun = now();
  }

  /**
   * @param {{ health: string, path: "" | "direct" | "relayed" }} conversation As it is now.
   * @returns {ClientMessage | null} What the server is to be told; null where there is nothing to tell, or not yet.
   */
  report({ health, path }) {
    if (this.#isReported || health !== "connected" || path === "") return null;
    this.#isReported = true;
    const milliseconds = Math.min(LONGEST, Math.round(this.#now() - this.#begun));
    return { event: "call_connected", data: { milliseconds, path } };
  }
}
