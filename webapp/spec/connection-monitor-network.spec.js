import { MonitoredLink } from "./monitored-link.js";

describe("The monitor of a connection whose network or signaling changes", () => {
  /** @type {MonitoredLink} */
  let test;

  beforeEach(() => (test = new MonitoredLink()));
  afterEach(() => test.end());

  it("restarts ICE once when the network has changed, even if media flows", async () => {
    await test.connect();
    test.dispatch("networkchanged");
    await test.pass(10_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["connected", 1]);
  });

  it("restarts ICE as soon as signals reach the other side when the network is gone, and not again in the new network", async () => {
    await test.connect();
    test.dispatch("networkgone");
    await test.pass(500);
    expect(test.link.restarts).toBe(0);
    test.monitor.signalingBack();
    await test.pass(500);
    expect(test.link.restarts).toBe(1);
    test.dispatch("networkchanged");
    await test.pass(10_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["connected", 1]);
  });

  it("restarts ICE when the network is back and none has been made yet", async () => {
    await test.connect();
    test.dispatch("networkgone");
    test.link.flows = false;
    await test.pass(500);
    test.dispatch("networkchanged");
    expect(test.link.restarts).toBe(1);
  });

  it("restarts ICE on a broken link as soon as signals reach the other side, and repeats a negotiation on a working one", async () => {
    await test.connect();
    test.monitor.signalingBack();
    expect([test.link.restarts, test.link.repeats]).toEqual([0, 1]);
    test.link.become("failed");
    test.monitor.signalingBack();
    expect(test.link.restarts).toBe(2);
  });

  it("repeats a negotiation that stays unanswered", async () => {
    await test.connect();
    test.link.negotiation.awaitingSince = Date.now();
    await test.pass(3_500);
    expect(test.link.repeats).toBe(0);
    await test.pass(1_500);
    expect(test.link.repeats).toBeGreaterThan(0);
  });

  it("does not repeat a negotiation with a client of the basic protocol by itself", async () => {
    await test.connect();
    test.link.negotiation.extended = false;
    test.link.negotiation.awaitingSince = Date.now();
    await test.pass(10_000);
    expect(test.link.repeats).toBe(0);
  });

  it("does not take data for a recovery before the ICE restart for the new network is sent", async () => {
    await test.connect();
    /** @type {(value?: undefined) => void} */
    let send = () => undefined;
    test.link.restartSent = new Promise((resolve) => (send = resolve));
    test.dispatch("networkchanged");
    await test.pass(5_000);
    expect([test.link.restarts, test.link.keyFrames]).toEqual([2, 0]);
    send();
    await test.pass(5_000);
    expect([test.monitor.health, test.link.restarts, test.link.keyFrames]).toEqual(["connected", 2, 2]);
  });

  it("restarts ICE two seconds after a failed negotiation, even if media flows", async () => {
    await test.connect();
    test.link.dispatchEvent(new Event("negotiationfailed"));
    await test.pass(1_700);
    expect([test.link.restarts, test.broken]).toEqual([0, 0]);
    await test.pass(600);
    expect(test.link.restarts).toBe(1);
    await test.pass(10_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["connected", 1]);
  });
});
