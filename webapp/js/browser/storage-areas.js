import { attemptNow } from "./attempt.js";

/**
 * @param {"localStorage" | "sessionStorage"} name
 * @returns {Storage | null} Null where the browser blocks it. A full one throws when it is written to.
 */
export function storageArea(name) {
  return attemptNow(() => globalThis[name], null);
}
