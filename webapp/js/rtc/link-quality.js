/** @typedef {import("./stats-sample.js").StatsSample} StatsSample */
/** @typedef {"good" | "weak"} Quality */

/**
 * The quality of what arrives on a link.
 * @typedef {object} Signal
 * @property {number} bars From 1 (bad) to 4 (good).
 * @property {"" | "loss" | "delay" | "freeze"} trouble Why there are fewer than 4 bars; empty with 4.
 */

/** Milliseconds of samples that are rated together. */
const WINDOW = 5_000;
/** Milliseconds of better samples after which the rating improves, so that the display does not flicker. */
const RECOVERY_TIME = 6_000;
/** Upper limits for 4, 3 and 2 bars: packet loss from 0 to 1, and round-trip time in ms. */
const MAX_LOSS = [0.01, 0.03, 0.08];
const MAX_ROUND_TRIP = [150, 300, 500];
/** Packets in the window up to which packet loss is not rated: so few prove nothing. */
const MAX_UNRATED_PACKETS = 50;
/** Milliseconds without a new frame after which video that was moving is frozen. */
const MAX_FRAME_GAP = 2_000;
/** @type {Signal} */
const GOOD = { bars: 4, trouble: "" };

/** Rates what arrives on a link by the samples of the last seconds. */
export class LinkQuality {
  /** @type {Signal} The same object for as long as none of its members changes. */
  signal = GOOD;
  /** Whether video is expected. Without it, missing frames are no freeze. */
  hasPicture = true;

  /** @type {StatsSample[]} */
  #samples = [];
  /** When a sample was last rated no better than `signal`; in the time of the samples, as is `#frameAt`. */
  #heldAt = -Infinity;
  #frameAt = 0;

  /** @returns {Quality} Whether the link is good enough to talk. */
  get value() {
    return this.signal.bars > 1 ? "good" : "weak";
  }

  /** @param {StatsSample} sample */
  take(sample) {
    const last = this.#samples.at(-1);
    if (last === undefined || sample.frames !== last.frames) this.#frameAt = sample.at;
    this.#samples.push(sample);
    this.#samples = this.#samples.filter(({ at }) => sample.at - at <= WINDOW);
    const now = this.#rate(sample);
    const isBetter = now.bars > this.signal.bars;
    if (!isBetter) this.#heldAt = sample.at;
    const isSame = now.bars === this.signal.bars && now.trouble === this.signal.trouble;
    if (!isSame && (!isBetter || sample.at - this.#heldAt >= RECOVERY_TIME)) this.signal = now;
  }

  /** Drops the samples: they are of another path. */
  reset() {
    this.#samples = [];
  }

  /**
   * @param {StatsSample} sample
   * @returns {Signal}
   */
  #rate(sample) {
    const first = this.#samples[0] ?? sample;
    const lost = sample.lost - first.lost;
    const all = sample.received - first.received + lost;
    const loss = all > MAX_UNRATED_PACKETS ? barsOf(lost / all, MAX_LOSS) : 4;
    const delay = barsOf(sample.roundTrip ?? 0, MAX_ROUND_TRIP);
    // A sender without video still sends audio: only video that was moving within the window can freeze.
    const frozen = this.hasPicture && sample.at - this.#frameAt > MAX_FRAME_GAP && sample.frames > first.frames;
    if (frozen) return { bars: 1, trouble: "freeze" };
    if (Math.min(loss, delay) === 4) return GOOD;
    return loss <= delay ? { bars: loss, trouble: "loss" } : { bars: delay, trouble: "delay" };
  }
}

/**
 * @param {unknown} value What another client announces; not trusted.
 * @returns {Signal | null} Null if it is not a valid signal.
 */
export function readSignal(value) {
  const { bars, trouble } = /** @type {any} */ (value ?? {});
  if (![1, 2, 3, 4].includes(bars) || !["", "loss", "delay", "freeze"].includes(trouble)) return null;
  return { bars, trouble };
}

/**
 * @param {number} value
 * @param {readonly number[]} limits Upper limits for 4, 3 and 2 bars.
 * @returns {number} From 1 to 4.
 */
function barsOf(value, limits) {
  const exceeded = limits.filter((limit) => value > limit).length;
  return 4 - exceeded;
}
