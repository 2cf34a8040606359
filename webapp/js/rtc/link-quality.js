/** @typedef {import("./link-stats.js").LinkSample} LinkSample */
/** @typedef {"good" | "weak"} Quality */

/**
 * How well a link carries one direction.
 * @typedef {object} Signal
 * @property {number} bars From 1, hardly, to 4, well.
 * @property {"" | "loss" | "delay" | "freeze"} trouble What keeps it from more bars.
 */

/** Milliseconds that are looked back on. */
const WINDOW = 5_000;
/** Milliseconds of better looks before a link counts as better again, so that the word does not flicker. */
const RECOVERY = 6_000;
/** The most that four bars take, three and two: loss from 0 to 1, milliseconds of a round trip. */
const MOST_LOSS = [0.01, 0.03, 0.08];
const MOST_ROUND_TRIP = [150, 300, 500];
/** Milliseconds a picture that moved before may stand still. */
const LONGEST_FREEZE = 2_000;
/** @type {Signal} */
const WELL = { bars: 4, trouble: "" };

/** Whether a link is good enough to talk, judged by its last seconds. */
export class LinkQuality {
  /** @type {Signal} What arrives here; the same object for as long as nothing of it changes. */
  signal = WELL;
  /** Whether a picture is to be expected: one that has been ended on purpose does not stand still. */
  hasPicture = true;

  /** @type {LinkSample[]} */
  #samples = [];
  /** When it was last no better than it is said to be. */
  #heldAt = -Infinity;
  #frameAt = 0;

  /** @returns {Quality} */
  get value() {
    return this.signal.bars > 1 ? "good" : "weak";
  }

  /**
   * @param {LinkSample} sample
   * @returns {Quality}
   */
  take(sample) {
    const last = this.#samples.at(-1);
    if (last === undefined || sample.frames !== last.frames) this.#frameAt = sample.at;
    this.#samples.push(sample);
    this.#samples = this.#samples.filter(({ at }) => sample.at - at <= WINDOW);
    const now = this.#judge(sample);
    const isBetter = now.bars > this.signal.bars;
    if (!isBetter) this.#heldAt = sample.at;
    const isSame = now.bars === this.signal.bars && now.trouble === this.signal.trouble;
    if (!isSame && (!isBetter || sample.at - this.#heldAt >= RECOVERY)) this.signal = now;
    return this.value;
  }

  /** Forgets what was: the path is a new one. */
  reset() {
    this.#samples = [];
  }

  /**
   * @param {LinkSample} sample
   * @returns {Signal}
   */
  #judge(sample) {
    const first = this.#samples[0] ?? sample;
    const lost = sample.lost - first.lost;
    const all = sample.received - first.received + lost;
    // A few packets prove nothing.
    const loss = all > 50 ? barsOf(lost / all, MOST_LOSS) : 4;
    const delay = barsOf(sample.roundTrip ?? 0, MOST_ROUND_TRIP);
    // Sound alone goes on for a sender without a picture: only frames that had been coming count.
    const frozen = this.hasPicture && sample.at - this.#frameAt > LONGEST_FREEZE && sample.frames > first.frames;
    if (frozen) return { bars: 1, trouble: "freeze" };
    if (Math.min(loss, delay) === 4) return WELL;
    return loss <= delay ? { bars: loss, trouble: "loss" } : { bars: delay, trouble: "delay" };
  }
}

/**
 * @param {unknown} value What another client says, which may be anything.
 * @returns {Signal | null} Null for what says nothing.
 */
export function readSignal(value) {
  const { bars, trouble } = /** @type {any} */ (value ?? {});
  if (![1, 2, 3, 4].includes(bars) || !["", "loss", "delay", "freeze"].includes(trouble)) return null;
  return { bars, trouble };
}

/**
 * @param {number} value
 * @param {readonly number[]} limits The most that four bars take, three and two.
 * @returns {number} From 1 to 4.
 */
function barsOf(value, limits) {
  const exceeded = limits.filter((limit) => value > limit).length;
  return 4 - exceeded;
}
