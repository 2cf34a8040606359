import { ConnectTimer } from "../js/room/peer/connect-timer.js";

describe("The time it takes to connect", () => {
  it("is reported once, as soon as it is known how media travels", () => {
    let now = 5000.25;
    const timer = new ConnectTimer(() => now);
    now += 740.5;
    expect(timer.report({ health: "connecting", path: null })).toBeNull();
    expect(timer.report({ health: "connected", path: null })).toBeNull();
    expect(timer.report({ health: "connected", path: "relayed" })).toEqual({
      event: "call_connected",
      data: { milliseconds: 741, path: "relayed" },
    });
    expect(timer.report({ health: "reconnecting", path: "relayed" })).toBeNull();
    expect(timer.report({ health: "connected", path: "direct" })).toBeNull();
  });

  it("is never more than the protocol allows", () => {
    let now = 0;
    const timer = new ConnectTimer(() => now);
    now = 1e10;
    expect(timer.report({ health: "connected", path: "direct" })).toEqual({
      event: "call_connected",
      data: { milliseconds: 3_600_000, path: "direct" },
    });
  });
});
