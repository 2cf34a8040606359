import { canStayAwake, endWakeLock, requestWakeLock } from "../../browser/wake-lock.js";

/** Milliseconds after which a lock is asked for again that the system has refused or taken back. */
const AGAIN = 5_000;

/** Keeps the screen on where the browser supports it. There is never more than one lock. */
export class ScreenWake {
  #wanted = false;
  #isAsking = false;
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} Runs while a lock is to be asked for again. */
  #timer;

  constructor() {
    // The browser releases the lock of a hidden page.
    document.addEventListener("visibilitychange", () => this.#settle());
  }

  /** @param {boolean} wanted */
  keep(wanted) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#settle();
  }

  #settle() {
    clearTimeout(this.#timer);
    if (!this.#wanted) this.#release();
    else if (this.#lock === null && document.visibilityState === "visible" && canStayAwake()) void this.#take();
  }

  async #take() {
    // Its answer settles what is wanted by then.
    if (this.#isAsking) return;
    this.#isAsking = true;
    const lock = await requestWakeLock();
    this.#isAsking = false;
    this.#lock = lock?.released ? null : lock;
    this.#lock?.addEventListener("release", () => this.#onReleased(lock));
    if (this.#lock === null) this.#askLater();
    else if (!this.#wanted) this.#settle();
  }

  #release() {
    const lock = this.#lock;
    this.#lock = null;
    if (lock !== null) endWakeLock(lock);
  }

  /** @param {WakeLockSentinel | null} lock */
  #onReleased(lock) {
    if (lock !== this.#lock) return;
    this.#lock = null;
    this.#askLater();
  }

  #askLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), AGAIN);
  }
}
