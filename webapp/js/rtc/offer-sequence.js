import { isOlder, isSame } from "./offer-id.js";

/** @typedef {import("./offer-id.js").OfferId} OfferId */

/**
 * The order of the offers on one link. Signals may take two ways, the server and the data channel, so one that was sent
 * earlier may arrive later. In the basic protocol offers have no ids, and nothing is known to be late.
 */
export class OfferSequence {
  /** @type {OfferId | null} The newest offer of the other side that has been applied. */
  newestRemote = null;

  #extended;
  #link = crypto.getRandomValues(new Uint32Array(2)).join("-");
  #number = 0;

  /** @param {boolean} extended Whether the other client speaks the extended protocol. */
  constructor(extended) {
    this.#extended = extended;
  }

  /** @returns {OfferId | null} The newest offer of this side, with number 0 before the first; null without ids. */
  get newestLocal() {
    return this.#extended ? { link: this.#link, number: this.#number } : null;
  }

  /** Counts a new offer of this side, which becomes the newest one. */
  addLocal() {
    this.#number++;
  }

  /**
   * @param {OfferId | null} offerId That an answer repeats.
   * @returns {boolean} Whether it may answer the newest offer of this side.
   */
  isAnswerToNewest(offerId) {
    return offerId === null || isSame(offerId, this.newestLocal);
  }

  /**
   * @param {OfferId | null} offerId Of an offer of the other side.
   * @returns {boolean} Whether this offer, or a newer one, has been applied already.
   */
  isApplied(offerId) {
    return isOlder(offerId, this.newestRemote) || (offerId !== null && isSame(offerId, this.newestRemote));
  }

  /**
   * @param {OfferId | null} after The newest offer that the other side knew when it asked for one.
   * @returns {boolean} Whether this side has made a newer offer since then.
   */
  hasOfferedSince(after) {
    return isOlder(after, this.newestLocal);
  }
}
