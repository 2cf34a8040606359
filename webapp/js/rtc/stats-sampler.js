import { sampleOf } from "./stats-sample.js";

/** @typedef {import("./stats-sample.js").StatsSample} StatsSample */

/** Milliseconds from one sample to the next. After a longer gap the page was suspended, as when the computer slept. */
const MAX_GAP = 1_300;

/** Samples the statistics of one link, again and again until it is stopped. */
export class StatsSampler {
  #link;
  #handlers;
  #sampledAt = performance.now();
  #isStopped = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{ getStats: () => Promise<RTCStatsReport> }} link
   * @param {object} handlers
   * @param {() => number} handlers.interval Milliseconds from now until the next sample.
   * @param {(milliseconds: number) => void} handlers.onGap Before a sample: the page has not run for this time.
   * @param {(sample: StatsSample | null) => void} handlers.onSample Null if the link has been closed.
   */
  constructor(link, handlers) {
    this.#link = link;
    this.#handlers = handlers;
  }

  /** Schedules the next sample, instead of the one that was scheduled before. */
  schedule() {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.sampleNow(), this.#handlers.interval());
  }

  /** Takes a sample now, instead of the one that was scheduled, and schedules the next one. */
  async sampleNow() {
    const now = performance.now();
    const gap = now - this.#sampledAt;
    this.#sampledAt = now;
    clearTimeout(this.#timer);
    if (gap > MAX_GAP) this.#handlers.onGap(gap);
    const sample = await this.#sample(now);
    if (this.#isStopped) return;
    try {
      this.#handlers.onSample(sample);
    } finally {
      // A handler that throws must not end the sampling.
      this.schedule();
    }
  }

  /** Stops sampling for good: the handlers are not called any more. */
  stop() {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** @param {number} now In ms of `performance.now()`. */
  async #sample(now) {
    try {
      return sampleOf(await this.#link.getStats(), now);
    } catch {
      return null;
    }
  }
}
