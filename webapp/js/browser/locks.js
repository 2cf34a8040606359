import { attempt, IN_A_WHILE } from "./attempt.js";

/**
 * Holds a lock that other tabs see (Web Locks), together with any others that hold it.
 * @param {string} name
 * @returns {Promise<(() => void) | null>} Releases it; null if the browser does not give it.
 */
export function holdLock(name) {
  return attempt(() => requestLock(name), null, { time: IN_A_WHILE, tooLate: (release) => release() });
}

/** @returns {Promise<string[] | null>} The names of all that are held by any tab; null if the browser does not tell. */
export function heldLocks() {
  return attempt(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.map(({ name = "" }) => name);
  }, null);
}

/**
 * @param {string} name
 * @returns {Promise<() => void>}
 */
function requestLock(name) {
  return new Promise((resolve, reject) => {
    const hold = () => new Promise((/** @type {(value?: undefined) => void} */ release) => resolve(() => release()));
    navigator.locks.request(name, { mode: "shared" }, hold).catch(reject);
  });
}
