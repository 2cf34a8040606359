import { attempt, attemptNow } from "./attempt.js";

/** Whether this browser can keep the screen on (W3C screen-wake-lock). */
export function canStayAwake() {
  return attemptNow(() => typeof navigator.wakeLock.request === "function", false);
}

/** @returns {Promise<WakeLockSentinel | null>} Null if the browser refuses it, for instance as the battery is low. */
export function requestWakeLock() {
  return attempt(() => navigator.wakeLock.request("screen"), null, { tooLate: endWakeLock });
}

/** @param {WakeLockSentinel} lock */
export function endWakeLock(lock) {
  void attempt(() => lock.release(), undefined);
}
