import { MonitoredLink } from "./monitored-link.js";
import { present } from "./support.js";

describe("The monitor of a connection", () => {
  /** @type {MonitoredLink} */
  let test;

  beforeEach(() => (test = new MonitoredLink()));
  afterEach(() => test.end());

  it("asks for a new link when DTLS has failed, if the link was connected before", () => {
    test.link.hasDtlsFailed = true;
    test.link.become("failed");
    expect([test.dtlsFailures, test.link.restarts]).toEqual([0, 1]);
    test.link.become("connected");
    test.link.become("failed");
    expect(test.dtlsFailures).toBe(1);
    expect(test.monitor.health).toBe("reconnecting");
  });

  it("does nothing more once it is stopped for a new link", () => {
    test.link.hasDtlsFailed = true;
    test.link.become("connected");
    test.onDtlsFailed = () => test.monitor.stop();
    test.link.become("failed");
    expect([test.link.restarts, test.broken]).toEqual([0, 0]);
  });

  it("leaves a working link alone", async () => {
    await test.connect();
    await test.pass(60_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["connected", 0]);
  });

  it("restarts ICE after a second of disconnection", async () => {
    await test.connect();
    test.link.become("disconnected");
    await test.pass(700);
    expect(test.link.restarts).toBe(0);
    await test.pass(800);
    expect([test.monitor.health, test.link.restarts]).toEqual(["reconnecting", 1]);
  });

  it("restarts ICE at once when the link fails", async () => {
    await test.connect();
    test.link.become("failed");
    expect(test.link.restarts).toBe(1);
  });

  it("restarts ICE after a second of silence where media was flowing, and informs the user after two", async () => {
    await test.connect();
    test.link.flows = false;
    await test.pass(800);
    expect([test.link.restarts, test.broken]).toEqual([0, 0]);
    await test.pass(800);
    expect([test.monitor.health, test.link.restarts, test.broken]).toEqual(["connected", 1, 1]);
    await test.pass(1_000);
    expect(test.monitor.health).toBe("reconnecting");
    expect(present(test.monitor.troubledSince)).toBeLessThan(Date.now() - 2_000);
  });

  it("restarts ICE after four seconds of silence where hardly anything was arriving", async () => {
    test.link.flow = 1;
    await test.connect();
    test.link.flows = false;
    await test.pass(3_500);
    expect(test.link.restarts).toBe(0);
    await test.pass(1_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["reconnecting", 1]);
  });

  it("restarts ICE with growing delays until the link recovers, and sends key frames then", async () => {
    await test.connect();
    test.link.flows = false;
    test.link.become("failed");
    await test.pass(16_000);
    expect(test.link.restarts).toBe(4);
    test.link.keyFrames = 0;
    test.link.flows = true;
    test.link.become("connected");
    await test.pass(1_000);
    expect([test.monitor.health, test.monitor.troubledSince, test.link.keyFrames]).toEqual(["connected", null, 2]);
    await test.pass(60_000);
    expect(test.link.restarts).toBe(4);
  });

  it("shows the connection as failed after half a minute, and goes on", async () => {
    await test.connect();
    test.link.flows = false;
    test.link.become("failed");
    await test.pass(31_000);
    expect(test.monitor.health).toBe("failed");
    const before = test.link.restarts;
    await test.pass(21_000);
    expect(test.link.restarts).toBe(before + 2);
  });

  it("shows a first connection as failed after twenty seconds, and restarts ICE", async () => {
    await test.pass(19_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["connecting", 0]);
    await test.pass(2_000);
    expect([test.monitor.health, test.link.restarts]).toEqual(["failed", 1]);
  });

  it("gives an ICE restart of the other side its time", async () => {
    await test.connect();
    test.link.flows = false;
    await test.pass(600);
    test.link.dispatchEvent(new Event("restart"));
    await test.pass(1_800);
    expect([test.link.restarts, test.broken]).toEqual([0, 1]);
    await test.pass(1_000);
    expect(test.link.restarts).toBe(1);
  });

  it("waits when the link comes back within a second of disconnection", async () => {
    await test.connect();
    test.link.become("disconnected");
    await test.pass(900);
    test.link.become("connecting");
    await test.pass(2_000);
    test.link.become("disconnected");
    await test.pass(900);
    test.link.become("connected");
    await test.pass(2_000);
    expect([test.monitor.health, test.link.restarts, test.broken, test.link.keyFrames]).toEqual(["connected", 0, 0, 0]);
  });

  it("does not count the time in which the computer slept as silence", async () => {
    await test.connect();
    test.link.flows = false;
    jasmine.clock().mockDate(new Date(Date.now() + 3_600_000));
    await test.pass(700);
    expect([test.monitor.health, test.link.restarts]).toEqual(["connected", 0]);
  });

  it("stays stopped when it is stopped by a change that it reports", async () => {
    await test.connect();
    test.onChange = () => test.monitor.stop();
    test.link.flows = false;
    test.link.become("failed");
    const { restarts } = test.link;
    await test.pass(30_000);
    expect(test.link.restarts).toBe(restarts);
  });

  it("does nothing after it was stopped", async () => {
    await test.connect();
    test.monitor.stop();
    test.link.become("failed");
    test.dispatch("networkgone");
    test.dispatch("networkchanged");
    test.monitor.restart();
    await test.pass(30_000);
    expect(test.link.restarts).toBe(0);
  });
});
