import { retryDelay } from "../js/signaling/retry-policy.js";

describe("The retry policy", () => {
  const none = () => 0;
  const most = () => 0.999999;

  it("waits longer with each attempt, up to a limit", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => retryDelay(attempt, { random: none }))).toEqual([
      0, 300, 1200, 2700, 4800, 7000, 7000, 7000,
    ]);
  });

  it("adds up to a second of jitter from the third attempt on", () => {
    expect([0, 1, 2, 5].map((attempt) => retryDelay(attempt, { random: most }))).toEqual([0, 300, 2199, 7999]);
  });

  it("waits less for a server that has announced its restart, but not for ever", () => {
    const delays = [0, 1, 2, 3, 4, 11, 12].map((attempt) => retryDelay(attempt, { restarting: true, random: none }));
    expect(delays).toEqual([0, 300, 1200, 2000, 2000, 2000, 7000]);
    expect(retryDelay(4, { restarting: true, random: most })).toBe(2999);
  });
});
