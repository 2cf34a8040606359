/** @typedef {import("./link-stats.js").LinkSample} LinkSample */

/**
 * Milliseconds without anything arriving after which a path counts as broken, and after which the person is told. Media
 * comes many times a second; where none does, connectivity checks come every 2.5 s.
 */
const FLOWING = { broken: 1_000, telling: 2_000 };
const QUIET = { broken: 4_000, telling: 4_000 };
/** Packets of media from one look to the next that count as flowing. */
const FLOW = 5;

/** Milliseconds between two looks beyond which nobody was awake to look. */
const LONGEST_PAUSE = 1_300;

/** When something arrived last on a link, and whether it has been silent for too long since. */
export class Arrivals {
  /** When something was last seen to have arrived, in ms since 1970. */
  lastAt = Date.now();

  #lookedAt = Date.now();
  #mediaSeen = false;
  #activity = 0;
  #received = 0;
  #rhythm = QUIET;

  /**
   * @param {LinkSample} sample
   * @returns {boolean} Whether something has arrived since the last look.
   */
  take(sample) {
    if (sample.mediaBytes > 0) this.#mediaSeen = true;
    if (sample.activity === this.#activity) return false;
    this.#rhythm = sample.received - this.#received >= FLOW ? FLOWING : QUIET;
    this.#received = sample.received;
    this.#activity = sample.activity;
    this.lastAt = sample.at;
    return true;
  }

  /** The link was found to work at this moment. */
  restart() {
    this.lastAt = Date.now();
  }

  /** @param {number} now Nothing is known of a time in which nobody looked, as when the whole computer slept. */
  looked(now) {
    if (now - this.#lookedAt > LONGEST_PAUSE) this.lastAt += now - this.#lookedAt;
    this.#lookedAt = now;
  }

  /**
   * Whether the path counts as broken. Where no media ever came, silence means nothing.
   * @param {number} now
   */
  isBroken(now) {
    return this.#mediaSeen && now - this.lastAt >= this.#rhythm.broken;
  }

  /**
   * Whether the person is to be told of the silence.
   * @param {number} now
   */
  isWorthTelling(now) {
    return this.#mediaSeen && now - this.lastAt >= this.#rhythm.telling;
  }
}
