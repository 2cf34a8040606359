import { IceRestartBackoff } from "../js/rtc/ice-restart-backoff.js";

describe("The backoff of ICE restarts", () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(1_000_000));
  });
  afterEach(() => jasmine.clock().uninstall());

  /** @param {IceRestartBackoff} backoff */
  function wait(backoff) {
    let waited = 0;
    for (; !backoff.isDue(Date.now()); waited += 100) jasmine.clock().tick(100);
    return waited;
  }

  it("grows up to ten seconds", () => {
    const backoff = new IceRestartBackoff();
    const waits = [0, 1, 2, 3, 4].map(() => {
      backoff.restartRequested();
      return wait(backoff);
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
    backoff.reset();
    expect(wait(backoff)).toBe(0);
    backoff.restartRequested();
    expect(wait(backoff)).toBe(2_000);
  });

  it("gives a generation of the other side two seconds, and does not shorten a longer delay", () => {
    const backoff = new IceRestartBackoff();
    backoff.generationStarted();
    expect(wait(backoff)).toBe(2_000);
    backoff.restartRequested();
    backoff.restartRequested();
    backoff.generationStarted();
    expect(wait(backoff)).toBe(4_000);
  });
});
