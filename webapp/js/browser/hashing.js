import { attemptNow, IN_A_WHILE, inTime } from "./attempt.js";

/** Whether this page can hash: browsers offer it in secure contexts only. */
export const canHash = attemptNow(() => typeof crypto.subtle.digest === "function", false);

/**
 * @param {BufferSource} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>} SHA-256. Rejects if the browser does not answer.
 */
export function sha256(bytes) {
  return inTime(async () => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), { time: IN_A_WHILE });
}
