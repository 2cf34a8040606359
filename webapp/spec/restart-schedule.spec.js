import { RestartSchedule } from "../js/rtc/restart-schedule.js";

describe("The schedule of restarts", () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(1_000_000));
  });
  afterEach(() => jasmine.clock().uninstall());

  /** @param {RestartSchedule} schedule */
  function wait(schedule) {
    let waited = 0;
    for (; !schedule.isDue(Date.now()); waited += 100) jasmine.clock().tick(100);
    return waited;
  }

  it("waits ever longer, up to ten seconds", () => {
    const schedule = new RestartSchedule();
    const waits = [0, 1, 2, 3, 4].map(() => {
      schedule.asked();
      return wait(schedule);
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
    schedule.reset();
    expect(wait(schedule)).toBe(0);
    schedule.asked();
    expect(wait(schedule)).toBe(2_000);
  });

  it("gives a generation that somebody else began its time, and takes none from what waits for longer", () => {
    const schedule = new RestartSchedule();
    schedule.begun();
    expect(wait(schedule)).toBe(2_000);
    schedule.asked();
    schedule.asked();
    schedule.begun();
    expect(wait(schedule)).toBe(4_000);
  });
});
