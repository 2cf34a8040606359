/** Milliseconds from the first, second and third ICE restart to the next one. */
const DELAYS = [2_000, 4_000, 8_000];
/** Milliseconds from the fourth ICE restart on, without a limit to their number. */
const MAX_DELAY = 10_000;
/** Milliseconds a new ICE generation gets for its connectivity checks, whichever side started it. */
const CHECKING_TIMEOUT = 2_000;

/** Decides when ICE is restarted next: with growing delays, and one generation at a time. Times are in ms of `performance.now()`. */
export class IceRestartBackoff {
  /** When the newest ICE generation started; 0 while there is only the first one. */
  generationStartedAt = 0;

  #restarts = 0;
  #nextAt = 0;

  /** @param {number} now */
  isDue(now) {
    return now >= this.#nextAt;
  }

  /** Notes that this side has decided to restart ICE. */
  restartRequested() {
    this.#nextAt = performance.now() + (DELAYS[this.#restarts++] ?? MAX_DELAY);
  }

  /** Notes that a new ICE generation has started, on either side's request. */
  generationStarted() {
    this.generationStartedAt = performance.now();
    this.#nextAt = Math.max(this.#nextAt, this.generationStartedAt + CHECKING_TIMEOUT);
  }

  /** Makes a restart due now, and the delay after it the first one again. */
  reset() {
    this.#restarts = 0;
    this.#nextAt = 0;
  }
}
