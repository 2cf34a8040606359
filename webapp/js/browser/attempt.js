/** Milliseconds in which a browser answers that asks nobody. */
export const SOON = 3_000;
/** Milliseconds for what reads and writes, or draws the screen anew, on a machine that is busy. */
export const IN_A_WHILE = 10_000;
/** Milliseconds by which a timer is late at most, while the page is neither frozen nor asleep. */
const MAX_LATENESS = 1_000;

/**
 * @template T
 * @typedef {object} Limits
 * @property {number} [time] Milliseconds to wait for the answer; {@link SOON} if not given.
 * @property {(result: T) => void} [tooLate] Undoes what the browser has done after that time.
 */

/**
 * Calls what a browser may lack or refuse. Whether an object is missing, or the call throws, rejects or never answers:
 * the result is the same.
 * @template T, E
 * @param {() => T | PromiseLike<T>} call Is called at once, so that a person's press still counts.
 * @param {E} otherwise The result if it does not work.
 * @param {Limits<T>} [limits]
 * @returns {Promise<T | E>}
 */
export async function attempt(call, otherwise, limits) {
  try {
    return await inTime(call, limits);
  } catch {
    return otherwise;
  }
}

/**
 * The same for what answers at once.
 * @template T, E
 * @param {() => T} call
 * @param {E} otherwise Also the result instead of null and undefined.
 * @returns {NonNullable<T> | E}
 */
export function attemptNow(call, otherwise) {
  try {
    return call() ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * The same for callers that need the reason.
 * @template T
 * @param {() => T | PromiseLike<T>} call
 * @param {Limits<T>} [limits]
 * @returns {Promise<T>} Rejects with what was thrown, or with a TimeoutError.
 */
export async function inTime(call, { time = SOON, tooLate = () => undefined } = {}) {
  let isOver = false;
  const answer = Promise.resolve(call()).then((result) => {
    if (isOver) tooLate(result);
    return result;
  });
  const timer = new Timer(time);
  const silence = timer.ended.then(() => {
    isOver = true;
    throw new DOMException("The browser does not answer.", "TimeoutError");
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    timer.stop();
  }
}

/** Runs for a time, and once more if it ends late: the page was frozen, and the answer is about to come. */
class Timer {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timeout;

  /** @param {number} time Milliseconds. */
  constructor(time) {
    const start = performance.now();
    /** @type {Promise<void>} Stays pending if the timer is stopped. */
    this.ended = new Promise((resolve) => {
      this.#timeout = setTimeout(() => {
        const isLate = performance.now() - start > time + MAX_LATENESS;
        if (isLate) this.#timeout = setTimeout(resolve, time);
        else resolve();
      }, time);
    });
  }

  stop() {
    clearTimeout(this.#timeout);
  }
}
