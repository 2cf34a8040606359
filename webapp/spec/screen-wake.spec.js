import { initialState } from "../js/room/call-state.js";
import { keepsAwake } from "../js/ui/call/presentation.js";
import { ScreenWake } from "../js/ui/call/screen-wake.js";
import { replace, restore, WAYS } from "./refusals.js";

/** @typedef {import("../js/room/call-state.js").Phase} Phase */

/** A lock of the screen, which the system or the page can release. */
class Lock extends EventTarget {
  released = false;

  async release() {
    if (this.released) return;
    this.released = true;
    this.dispatchEvent(new Event("release"));
  }
}

describe("The screen", () => {
  /** @type {Lock[]} */
  let locks;
  /** @type {(() => Promise<Lock>)} */
  let request;
  /** @type {DocumentVisibilityState} */
  let visibility;
  /** @type {ScreenWake} */
  let wake;

  beforeEach(() => {
    jasmine.clock().install();
    locks = [];
    visibility = "visible";
    request = async () => {
      const lock = new Lock();
      locks.push(lock);
      return lock;
    };
    replace(navigator, "wakeLock", { value: { request: () => request() } });
    replace(document, "visibilityState", { get: () => visibility });
    wake = new ScreenWake();
  });

  afterEach(() => {
    wake.keep(false);
    jasmine.clock().uninstall();
    restore();
  });

  const held = () => locks.filter(({ released }) => !released).length;

  /** @param {number} [time] Milliseconds that pass. */
  async function settle(time = 0) {
    jasmine.clock().tick(time);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  /** @param {DocumentVisibilityState} state */
  async function turn(state) {
    visibility = state;
    // As browsers do it.
    if (state === "hidden") for (const lock of locks) await lock.release();
    document.dispatchEvent(new Event("visibilitychange"));
    await settle();
  }

  it("stays on as long as it is wanted", async () => {
    wake.keep(true);
    await settle();
    expect(held()).toBe(1);
    wake.keep(false);
    await settle();
    expect(held()).toBe(0);
  });

  it("stays on again after the page was hidden", async () => {
    wake.keep(true);
    await settle();
    await turn("hidden");
    expect(held()).toBe(0);
    await settle(60_000);
    expect(held()).toBe(0);
    await turn("visible");
    expect(held()).toBe(1);
  });

  it("stays on again after the system has taken the lock back", async () => {
    wake.keep(true);
    await settle();
    await locks[0]?.release();
    await settle(5_000);
    expect(held()).toBe(1);
  });

  it("is never locked twice, however often it is wanted or not", async () => {
    for (let time = 0; time < 10; time++) wake.keep(time % 2 === 0);
    await settle();
    expect(held()).toBe(0);
    for (let time = 0; time < 11; time++) {
      wake.keep(time % 2 === 0);
      document.dispatchEvent(new Event("visibilitychange"));
    }
    await settle();
    expect(held()).toBe(1);
  });

  it("is not locked by an answer that comes when it is no longer wanted", async () => {
    /** @type {(lock: Lock) => void} */
    let answer = () => undefined;
    request = () => new Promise((resolve) => (answer = resolve));
    wake.keep(true);
    await settle(3_000);
    wake.keep(false);
    const late = new Lock();
    locks.push(late);
    answer(late);
    await settle();
    expect(held()).toBe(0);
  });

  for (const way of WAYS) {
    it(`is asked for again if it ${way}`, async () => {
      const works = request;
      let asked = 0;
      const refusals = {
        "is not there": /** @type {any} */ (undefined),
        throws: () => {
          throw new DOMException("", "NotAllowedError");
        },
        rejects: () => Promise.reject(new DOMException("", "NotAllowedError")),
        "never answers": () => new Promise(() => undefined),
      };
      const refusal = refusals[way];
      request = () => {
        asked++;
        return refusal();
      };
      if (refusal === undefined) replace(navigator, "wakeLock", { value: {} });
      wake.keep(true);
      await settle(3_000);
      expect(held()).toBe(0);
      request = works;
      await settle(5_000);
      await settle();
      expect([asked, held()]).toEqual(refusal === undefined ? [0, 0] : [1, 1]);
    });
  }

  it("stays on for a person who waits, and not when it is their turn", () => {
    /** @type {Record<Phase, boolean>} */
    const expected = {
      preparing: false,
      lobby: false,
      joining: true,
      waiting: true,
      connecting: true,
      connected: true,
      reconnecting: true,
      "room-full": true,
      "server-unreachable": true,
      "connection-failed": true,
      "hung-up": false,
      moved: false,
      blocked: false,
    };
    for (const phase of /** @type {Phase[]} */ (Object.keys(expected)))
      expect(keepsAwake({ ...initialState("room"), phase }))
        .withContext(phase)
        .toBe(expected[phase]);
  });
});
