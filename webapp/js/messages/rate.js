/** How much may come: a bucket that fills by the second and empties by what comes. */
export class Rate {
  #burst;
  #perSecond;
  #left;
  #since = performance.now();

  /**
   * @param {number} burst
   * @param {number} perSecond
   */
  constructor(burst, perSecond) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
  }

  /** @returns {boolean} Whether one more is within the bounds. */
  take() {
    const now = performance.now();
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#since) / 1000) * this.#perSecond);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
