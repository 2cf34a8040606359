import { retryDelay } from "../js/signaling/retry-policy.js";

describe("The retry policy", () => {
  const none = () => 0;
  const most = () => 0.999999;

  it("waits longer with each attempt, up to a limit", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => retryDelay(attempt, none))).toEqual([
      0, 300, 1200, 2700, 4800, 7000, 7000, 7000,
    ]);
  });

  it("adds up to a second of jitter from the third attempt on", () => {
    expect([0, 1, 2, 5].map((attempt) => retryDelay(attempt, most))).toEqual([0, 300, 2199, 7999]);
  });
});
