/** A rate limit as a token bucket. */
export class TokenBucket {
  #burst;
  #perSecond;
  #tokens;
  #filledAt = performance.now();

  /**
   * @param {number} burst Tokens of the full bucket.
   * @param {number} perSecond Tokens that are added each second.
   */
  constructor(burst, perSecond) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
  }

  /** @returns {boolean} Whether a token was left; it is taken. */
  take() {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
