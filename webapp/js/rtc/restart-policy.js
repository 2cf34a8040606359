/** Milliseconds from one restart of ICE to the next; the last one repeats for as long as somebody waits. */
const DELAYS = [2_000, 4_000, 8_000];
const LAST_DELAY = 10_000;

/**
 * @param {number} restart How many restarts there were since it broke, from 0.
 * @returns {number} Milliseconds until the next one.
 */
export function restartDelay(restart) {
  return DELAYS[restart] ?? LAST_DELAY;
}
