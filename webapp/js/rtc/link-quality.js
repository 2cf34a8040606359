/** @typedef {import("./link-stats.js").LinkSample} LinkSample */
/** @typedef {"good" | "weak"} Quality */

/** Milliseconds that are looked back on. */
const WINDOW = 5_000;
/** Milliseconds of good looks before a weak link counts as good again, so that the word does not flicker. */
const RECOVERY = 6_000;
const MOST_LOSS = 0.08;
const MOST_ROUND_TRIP = 500;
/** Milliseconds a picture that moved before may stand still. */
const LONGEST_FREEZE = 2_000;

/** Whether a link is good enough to talk, judged by its last seconds. */
export class LinkQuality {
  /** @type {Quality} */
  value = "good";

  /** @type {LinkSample[]} */
  #samples = [];
  #weakAt = 0;
  #frameAt = 0;

  /**
   * @param {LinkSample} sample
   * @returns {Quality}
   */
  take(sample) {
    const last = this.#samples.at(-1);
    if (last === undefined || sample.frames !== last.frames) this.#frameAt = sample.at;
    this.#samples.push(sample);
    this.#samples = this.#samples.filter(({ at }) => sample.at - at <= WINDOW);
    if (this.#isWeak(sample)) {
      this.#weakAt = sample.at;
      this.value = "weak";
    } else if (sample.at - this.#weakAt >= RECOVERY) {
      this.value = "good";
    }
    return this.value;
  }

  /** Forgets what was: the path is a new one. */
  reset() {
    this.#samples = [];
  }

  /** @param {LinkSample} sample */
  #isWeak(sample) {
    const first = this.#samples[0] ?? sample;
    const lost = sample.lost - first.lost;
    const all = sample.received - first.received + lost;
    // A few packets prove nothing.
    if (all > 50 && lost / all > MOST_LOSS) return true;
    if (sample.roundTrip !== null && sample.roundTrip > MOST_ROUND_TRIP) return true;
    // Sound alone goes on for a sender without a picture: only frames that had been coming count.
    return sample.at - this.#frameAt > LONGEST_FREEZE && sample.frames > first.frames;
  }
}
