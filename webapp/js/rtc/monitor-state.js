/** @typedef {"connecting" | "connected" | "interrupted" | "restarting" | "restart-due" | "stopped"} MonitorStateName */

/** Milliseconds of "disconnected" before ICE is restarted. The browser reports it after seconds of silence anyway. */
const DISCONNECTED_TIMEOUT = 1_000;
/** Milliseconds from one sample of the statistics to the next. */
const SAMPLE_INTERVALS = { faultless: 400, faulty: 250 };

/**
 * The state of a {@link import("./connection-monitor.js").ConnectionMonitor}, whose comment has the table of its values.
 * A method is a transition. It does nothing where the present state does not allow it.
 */
export class MonitorState {
  /** @type {MonitorStateName} */
  name = "connecting";
  /** When it was entered, in ms of `performance.now()`. The two broken states share one time. */
  since = performance.now();
  /** Whether the link has ever been connected. No state: it holds in each of them. */
  wasConnected = false;

  get isBroken() {
    return this.name === "restarting" || this.name === "restart-due";
  }

  get isStopped() {
    return this.name === "stopped";
  }

  /** @returns {number} Milliseconds until the next sample. */
  get sampleInterval() {
    return SAMPLE_INTERVALS[this.isBroken || this.name === "interrupted" ? "faulty" : "faultless"];
  }

  /**
   * Whether the link has been disconnected for so long that it does not come back by itself.
   * @param {number} now In ms of `performance.now()`.
   */
  isInterruptedTooLong(now) {
    return this.name === "interrupted" && now - this.since >= DISCONNECTED_TIMEOUT;
  }

  /**
   * To `connected`: the link works.
   * @returns {boolean} Whether it was broken.
   */
  connect() {
    const { isBroken } = this;
    this.wasConnected = true;
    this.#enter("connected");
    return isBroken;
  }

  /** To `interrupted`: the link reports "disconnected". */
  interrupt() {
    if (!this.isBroken && this.name !== "interrupted") this.#enter("interrupted");
  }

  /** From `interrupted` back: the link reports neither "disconnected" nor a result. */
  resume() {
    if (this.name === "interrupted") this.#enter(this.wasConnected ? "connected" : "connecting");
  }

  /**
   * To `restarting`: the link is broken.
   * @returns {boolean} False if that was known before.
   */
  break() {
    if (this.isBroken || this.isStopped) return false;
    this.#enter("restarting");
    return true;
  }

  /** To `restart-due`: what arrives before the next ICE restart proves nothing. */
  requireRestart() {
    if (this.isBroken) this.name = "restart-due";
    else this.#enter("restart-due");
  }

  /** From `restart-due` to `restarting`: the ICE restart is offered, or the other side is asked for it. */
  restartSent() {
    if (this.name === "restart-due") this.name = "restarting";
  }

  /** To `stopped`, for good. */
  stop() {
    this.#enter("stopped");
  }

  /** @param {MonitorStateName} name */
  #enter(name) {
    if (this.isStopped) return;
    this.name = name;
    this.since = performance.now();
  }
}
