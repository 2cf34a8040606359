/** Milliseconds from one restart of ICE to the next; the last one repeats for as long as somebody waits. */
const DELAYS = [2_000, 4_000, 8_000];
const LAST_DELAY = 10_000;
/** Milliseconds in which a new generation of ICE may find a path before another takes its place, whoever began it. */
const CHECKING_PATIENCE = 2_000;

/** When ICE is to be restarted next: ever more slowly, and never while a restart is under way. */
export class RestartSchedule {
  /** When the newest generation began, in ms since 1970; 0 if there was but the first. */
  begunAt = 0;

  #restarts = 0;
  #nextAt = 0;

  /** @param {number} now */
  isDue(now) {
    return now >= this.#nextAt;
  }

  /** A restart is asked for. */
  asked() {
    this.#nextAt = Date.now() + (DELAYS[this.#restarts++] ?? LAST_DELAY);
  }

  /** A new generation has begun. */
  begun() {
    this.begunAt = Date.now();
    this.#nextAt = Math.max(this.#nextAt, this.begunAt + CHECKING_PATIENCE);
  }

  /** The next one is the first again, and due. */
  reset() {
    this.#restarts = 0;
    this.#nextAt = 0;
  }
}
