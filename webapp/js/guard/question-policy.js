/** Milliseconds between a question that was refused or withdrawn and the next one. Doubled each time. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 600_000;

/**
 * What of one call a reload must not forget.
 * @typedef {object} Refusals
 * @property {number} pause Milliseconds after the next refusal.
 * @property {number} since When the present pause began, in ms since 1970.
 * @property {number} until When it ends.
 * @property {boolean} hasRefused Whether a question was refused in this call.
 * @property {boolean} isForGood Whether the person wants no more questions in this call.
 */

/** @type {Readonly<Refusals>} */
export const NO_REFUSALS = { pause: FIRST_PAUSE, since: 0, until: 0, hasRefused: false, isForGood: false };

/**
 * When the peer's next question may be shown. A question that was refused, withdrawn or changed is followed by a pause,
 * so that nobody is asked until they give in.
 */
export class QuestionPolicy {
  /** @type {Readonly<Refusals>} */
  #refusals;
  #keep;
  #now;

  /**
   * @param {Readonly<Refusals>} refusals Of this call, from before a reload.
   * @param {(refusals: Readonly<Refusals>) => void} keep Called after each change; with {@link NO_REFUSALS} at the end.
   * @param {() => number} [now] Milliseconds since 1970.
   */
  constructor(refusals, keep, now = Date.now) {
    this.#refusals = refusals;
    this.#keep = keep;
    this.#now = now;
  }

  get hasRefused() {
    return this.#refusals.hasRefused;
  }

  get isRefusedForGood() {
    return this.#refusals.isForGood;
  }

  /** @returns {number} Milliseconds until the next question may be shown. */
  get wait() {
    const { since, until } = this.#refusals;
    // A clock that was set back does not make the pause longer.
    return Math.min(until - since, Math.max(0, until - this.#now()));
  }

  /**
   * @param {number} at In ms since 1970.
   * @returns {boolean} Whether a question that came then has to wait.
   */
  holds(at) {
    return at > this.#refusals.since && this.wait > 0;
  }

  /** The person has refused. */
  refused() {
    this.#pause({ hasRefused: true });
  }

  /** The question has gone without an answer. */
  gone() {
    this.#pause({});
  }

  /** The person wants no more questions in this call. */
  refusedForGood() {
    this.#change({ hasRefused: true, isForGood: true });
  }

  /** The call has ended: the next one begins anew. */
  forget() {
    this.#refusals = NO_REFUSALS;
    this.#keep(NO_REFUSALS);
  }

  /** @param {Partial<Refusals>} change */
  #pause(change) {
    const { pause } = this.#refusals;
    const now = this.#now();
    // What waits already goes on waiting.
    const since = this.wait > 0 ? this.#refusals.since : now;
    this.#change({ ...change, since, until: now + pause, pause: Math.min(LONGEST_PAUSE, 2 * pause) });
  }

  /** @param {Partial<Refusals>} change */
  #change(change) {
    this.#refusals = { ...this.#refusals, ...change };
    this.#keep(this.#refusals);
  }
}

/**
 * @param {any} value As it was kept.
 * @returns {Readonly<Refusals>} None, if it is something else.
 */
export function readRefusals(value) {
  const { pause, since, until, hasRefused, isForGood } = value ?? {};
  const isComplete = [pause, since, until].every(Number.isFinite) && typeof hasRefused === "boolean";
  return isComplete && typeof isForGood === "boolean" ? { pause, since, until, hasRefused, isForGood } : NO_REFUSALS;
}
