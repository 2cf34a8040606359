/** @typedef {import("./peer-link.js").PeerLink} PeerLink */

/**
 * How the link is: "interrupted" may heal by itself, "failed" heals by a restart only.
 * @typedef {"connecting" | "connected" | "interrupted" | "failed"} LinkHealth
 */

/** Milliseconds a link may take: with relays only and none reachable, a browser never reports a failure. */
const CONNECTING_LIMIT = 20_000;
/** Milliseconds of "disconnected" before ICE is restarted: short gaps heal by themselves. */
const INTERRUPTION_LIMIT = 5_000;
/** Milliseconds between the restarts of a failed link; the last one repeats. */
const RESTART_DELAYS = [5_000, 8_000, 15_000];

/** Watches one link and restarts its ICE for as long as it is broken. */
export class LinkWatch {
  /** @type {LinkHealth} */
  health = "connecting";

  #link;
  #onChange;
  #restarts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {PeerLink} link
   * @param {(health: LinkHealth) => void} onChange
   */
  constructor(link, onChange) {
    this.#link = link;
    this.#onChange = onChange;
    link.addEventListener("state", this.#onState);
    link.addEventListener("negotiationfailed", this.#onFailed);
    this.#timer = setTimeout(this.#onFailed, CONNECTING_LIMIT);
  }

  /** Restarts now, because the person wishes so. */
  restart() {
    this.#restarts = 0;
    this.#restart();
  }

  /** Ends the watch; the link stays as it is. */
  stop() {
    clearTimeout(this.#timer);
    this.#link.removeEventListener("state", this.#onState);
    this.#link.removeEventListener("negotiationfailed", this.#onFailed);
  }

  #onState = () => {
    const state = this.#link.connectionState;
    if (state === "connected") {
      clearTimeout(this.#timer);
      this.#restarts = 0;
      this.#change("connected");
    } else if (state === "disconnected" && this.health === "connected") {
      this.#change("interrupted");
      this.#schedule(INTERRUPTION_LIMIT);
    } else if (state === "failed") {
      this.#onFailed();
    }
  };

  #onFailed = () => {
    if (this.health === "failed") return;
    this.#change("failed");
    this.#restart();
  };

  #restart() {
    this.#link.restartIce();
    this.#schedule(RESTART_DELAYS[Math.min(this.#restarts++, RESTART_DELAYS.length - 1)] ?? 0);
  }

  /** @param {number} delay */
  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#restart(), delay);
  }

  /** @param {LinkHealth} health */
  #change(health) {
    if (this.health === health) return;
    this.health = health;
    this.#onChange(health);
  }
}
