/** @typedef {import("./stats-sample.js").StatsSample} StatsSample */

/**
 * Milliseconds of silence after which a path is broken, and after which the user is informed. Media packets arrive many
 * times a second. Without media, connectivity checks arrive every 2.5 s.
 */
const FLOWING = { broken: 1_000, noticeable: 2_000 };
const QUIET = { broken: 4_000, noticeable: 4_000 };
/** Media packets from one sample to the next from which on media counts as flowing. */
const MIN_FLOWING_PACKETS = 5;

/** Knows when something last arrived on a link, and whether the silence since then is too long. */
export class InboundActivity {
  /** When something last arrived, in ms of `performance.now()`, as accurate as the samples are frequent. */
  lastAt = performance.now();

  #mediaSeen = false;
  #activity = 0;
  #received = 0;
  #limits = QUIET;

  /**
   * @param {StatsSample} sample
   * @returns {boolean} Whether something has arrived since the last sample.
   */
  take(sample) {
    if (sample.mediaBytes > 0) this.#mediaSeen = true;
    if (sample.activity === this.#activity) return false;
    this.#limits = sample.received - this.#received >= MIN_FLOWING_PACKETS ? FLOWING : QUIET;
    this.#received = sample.received;
    this.#activity = sample.activity;
    this.lastAt = sample.at;
    return true;
  }

  /** Starts counting the silence again: the link works now. */
  restart() {
    this.lastAt = performance.now();
  }

  /** @param {number} milliseconds In which the page did not run: they do not count as silence. */
  skip(milliseconds) {
    this.lastAt += milliseconds;
  }

  /**
   * Whether the path is broken. Silence means nothing on a link on which media has never arrived.
   * @param {number} now
   */
  isBroken(now) {
    return this.#mediaSeen && now - this.lastAt >= this.#limits.broken;
  }

  /**
   * Whether the silence is so long that the user is informed.
   * @param {number} now
   */
  isNoticeable(now) {
    return this.#mediaSeen && now - this.lastAt >= this.#limits.noticeable;
  }
}
