/** Milliseconds before each of the first attempts; every later one waits {@link LAST_DELAY}. */
const FIRST_DELAYS = [0, 300, 1200, 2700, 4800];
const LAST_DELAY = 7000;

/** From this attempt on, jitter keeps a thousand clients of a restarted server from coming back in step. */
const FIRST_JITTERED = 2;
const MOST_JITTER = 1000;

/**
 * How long to wait before the next attempt to connect. There is no last attempt.
 * @param {number} attempt Failed attempts since the last good connection, from 0.
 * @param {() => number} [random] From 0 (inclusive) to 1 (exclusive).
 * @returns {number} Milliseconds, 0 to 8000.
 */
export function retryDelay(attempt, random = Math.random) {
  const delay = FIRST_DELAYS[attempt] ?? LAST_DELAY;
  return attempt < FIRST_JITTERED ? delay : delay + Math.floor(random() * MOST_JITTER);
}
