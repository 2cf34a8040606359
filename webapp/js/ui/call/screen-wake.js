/** Keeps the screen on where the browser supports it (W3C screen-wake-lock). */
export class ScreenWake {
  #wanted = false;
  /** @type {Promise<WakeLockSentinel | null>} */
  #lock = Promise.resolve(null);

  constructor() {
    // The browser releases the lock of a hidden page.
    document.addEventListener(
      "visibilitychange",
      () => this.#wanted && document.visibilityState === "visible" && this.#take(),
    );
  }

  /** @param {boolean} wanted */
  keep(wanted) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) this.#take();
    else void this.#lock.then((lock) => lock?.release());
  }

  #take() {
    this.#lock = this.#lock.then(async (before) => {
      if (before !== null && !before.released) return before;
      try {
        return await navigator.wakeLock.request("screen");
      } catch {
        // Not supported, or the battery is low.
        return null;
      }
    });
  }
}
