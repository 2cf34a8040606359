/**
 * Milliseconds before each of the first attempts; every later attempt waits {@link LAST_DELAY}. The delays and the
 * jitter are the numbers of an earlier default reconnect policy of LiveKit's JavaScript client (livekit-client,
 * Apache-2.0). Only the numbers are used, and no code. That policy ends after ten attempts, this one never does.
 */
const FIRST_DELAYS = [0, 300, 1200, 2700, 4800];
const LAST_DELAY = 7000;

/** From this attempt on, jitter spreads the clients of a restarted server over time. */
const FIRST_JITTERED = 2;
const MAX_JITTER = 1000;

/** Milliseconds at most before an attempt, and for how many, while a server that has announced its restart is away. */
const RESTART_DELAY = 2000;
const RESTART_ATTEMPTS = 12;

/**
 * How long to wait before the next attempt to connect. There is no last attempt.
 * @param {number} attempt Failed attempts since the last good connection, from 0.
 * @param {object} [options]
 * @param {boolean} [options.restarting] Whether the server has said that it starts again: it is back within seconds.
 * @param {() => number} [options.random] From 0 (inclusive) to 1 (exclusive).
 * @returns {number} Milliseconds, from 0 to less than 8000.
 */
export function retryDelay(attempt, { restarting = false, random = Math.random } = {}) {
  const usual = FIRST_DELAYS[attempt] ?? LAST_DELAY;
  const delay = restarting && attempt < RESTART_ATTEMPTS ? Math.min(usual, RESTART_DELAY) : usual;
  return attempt < FIRST_JITTERED ? delay : delay + Math.floor(random() * MAX_JITTER);
}
