/** @typedef {"settled" | "offered" | "requested" | "restart-offered" | "restart-requested"} NegotiationStateName */

/** Milliseconds in which an ICE restart may be answered before a request of the other side starts another one. */
const RESTART_TIMEOUT = 2_000;

/**
 * The state of a {@link import("./negotiation.js").Negotiation}, whose comment has the table of its values. A method is a
 * transition.
 */
export class NegotiationState {
  /** @type {NegotiationStateName} */
  name = "settled";
  /** Since when it has been awaited what the state says, in ms of `performance.now()`; 0 if nothing is awaited. */
  since = 0;

  /** Whether the awaited description belongs to an ICE restart. */
  get isRestart() {
    return this.name === "restart-offered" || this.name === "restart-requested";
  }

  /** Whether an ICE restart still has time to be answered. */
  get isRestartPending() {
    return this.isRestart && performance.now() - this.since < RESTART_TIMEOUT;
  }

  /** To `offered`; to `restart-offered` if an ICE restart is awaited, which the offer contains. */
  offer() {
    this.#enter(this.isRestart ? "restart-offered" : "offered");
  }

  /** To `restart-offered`. */
  offerRestart() {
    this.#enter("restart-offered");
  }

  /** To `requested`. */
  request() {
    this.#enter("requested");
  }

  /** To `restart-requested`. */
  requestRestart() {
    this.#enter("restart-requested");
  }

  /** To `settled`: a remote description is applied. */
  settle() {
    this.name = "settled";
    this.since = 0;
  }

  /** @param {NegotiationStateName} name */
  #enter(name) {
    this.name = name;
    this.since = performance.now();
  }
}
