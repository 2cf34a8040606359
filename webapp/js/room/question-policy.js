/** Milliseconds between a question that was refused or withdrawn and the next one. Doubled each time. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 600_000;

/**
 * When the peer's next question may be shown. A question that was refused, withdrawn or changed is followed by a pause,
 * so that nobody is asked until they give in.
 */
export class QuestionPolicy {
  #now;
  #pause = FIRST_PAUSE;
  #allowedAt = 0;

  /** Whether the person wants no more questions in this call. */
  isRefusedForGood = false;
  /** Whether a question was refused in this call. */
  hasRefused = false;

  /** @param {() => number} [now] Milliseconds, from any moment on. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** @returns {number} Milliseconds until the next question may be shown. */
  get wait() {
    return Math.max(0, this.#allowedAt - this.#now());
  }

  /** The person has refused. */
  refused() {
    this.hasRefused = true;
    this.gone();
  }

  /** The question has gone without an answer. */
  gone() {
    this.#allowedAt = this.#now() + this.#pause;
    this.#pause = Math.min(LONGEST_PAUSE, 2 * this.#pause);
  }

  /** The person wants no more questions in this call. */
  refusedForGood() {
    this.isRefusedForGood = true;
  }
}
