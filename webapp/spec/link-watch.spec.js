import { LinkWatch } from "../js/rtc/link-watch.js";

/** A link that does what the test says. */
class ScriptedLink extends EventTarget {
  connectionState = "new";
  awaitingSince = 0;
  startsAnew = true;
  restarts = 0;
  keyFrames = 0;
  anew = 0;
  isBeyondRepair = false;
  bytes = 0;
  packets = 0;
  /** Packets from one look to the next. */
  flow = 20;
  flows = false;

  async restartIce() {
    this.restarts++;
    this.dispatchEvent(new Event("restart"));
  }

  async sendKeyFrame() {
    this.keyFrames++;
  }

  startAnew() {
    this.anew++;
  }

  async getStats() {
    if (this.flows) {
      this.bytes += 1000;
      this.packets += this.flow;
    }
    const { bytes: bytesReceived, packets: packetsReceived } = this;
    return new Map([["in", { type: "inbound-rtp", bytesReceived, packetsReceived, packetsLost: 0 }]]);
  }

  /** @param {string} state */
  become(state) {
    this.connectionState = state;
    this.dispatchEvent(new Event("state"));
  }
}

describe("The watch over a link", () => {
  /** @type {ScriptedLink} */
  let link;
  /** @type {LinkWatch} */
  let watch;
  let broken = 0;
  let beyondRepair = 0;
  /** @type {() => void} */
  let whenBeyondRepair = () => undefined;

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(1_000_000));
    link = new ScriptedLink();
    broken = beyondRepair = 0;
    whenBeyondRepair = () => undefined;
    watch = new LinkWatch(/** @type {any} */ (link), {
      onChange: () => undefined,
      onBroken: () => broken++,
      onBeyondRepair: () => {
        beyondRepair++;
        whenBeyondRepair();
      },
    });
  });

  afterEach(() => {
    watch.stop();
    jasmine.clock().uninstall();
  });

  /** @param {number} milliseconds In small steps, between which promises are kept. */
  async function pass(milliseconds) {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      jasmine.clock().tick(50);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
  }

  async function connect() {
    link.flows = true;
    link.become("connected");
    await pass(2_000);
  }

  it("has a link made anew whose encryption failed, if it ever worked", () => {
    link.isBeyondRepair = true;
    link.become("failed");
    expect([beyondRepair, link.restarts]).toEqual([0, 1]);
    link.become("connected");
    link.become("failed");
    expect(beyondRepair).toBe(1);
    expect(watch.health).toBe("reconnecting");
  });

  it("does nothing more once its link is made anew", () => {
    link.isBeyondRepair = true;
    link.become("connected");
    whenBeyondRepair = () => watch.stop();
    link.become("failed");
    expect([link.restarts, broken]).toEqual([0, 0]);
  });

  it("leaves a good link alone", async () => {
    await connect();
    await pass(60_000);
    expect([watch.health, link.restarts]).toEqual(["connected", 0]);
  });

  it("restarts a second after the link was interrupted", async () => {
    await connect();
    link.become("disconnected");
    await pass(700);
    expect(link.restarts).toBe(0);
    await pass(800);
    expect([watch.health, link.restarts]).toEqual(["reconnecting", 1]);
  });

  it("restarts at once when the link fails", async () => {
    await connect();
    link.become("failed");
    expect(link.restarts).toBe(1);
  });

  it("restarts when nothing has arrived for a second where media was flowing, and tells after two", async () => {
    await connect();
    link.flows = false;
    await pass(800);
    expect([link.restarts, broken]).toEqual([0, 0]);
    await pass(800);
    expect([watch.health, link.restarts, broken]).toEqual(["connected", 1, 1]);
    await pass(1_000);
    expect(watch.health).toBe("reconnecting");
    expect(watch.troubledSince).toBeLessThan(Date.now() - 2_000);
  });

  it("waits for four seconds where hardly anything was coming", async () => {
    link.flow = 1;
    await connect();
    link.flows = false;
    await pass(3_500);
    expect(link.restarts).toBe(0);
    await pass(1_000);
    expect([watch.health, link.restarts]).toEqual(["reconnecting", 1]);
  });

  it("restarts ever more slowly until it heals, and sends a key frame then", async () => {
    await connect();
    link.flows = false;
    link.become("failed");
    await pass(16_000);
    expect(link.restarts).toBe(4);
    link.keyFrames = 0;
    link.flows = true;
    link.become("connected");
    await pass(1_000);
    expect([watch.health, watch.troubledSince, link.keyFrames]).toEqual(["connected", null, 2]);
    await pass(60_000);
    expect(link.restarts).toBe(4);
  });

  it("says that it may not work after half a minute, and goes on", async () => {
    await connect();
    link.flows = false;
    link.become("failed");
    await pass(31_000);
    expect(watch.health).toBe("failed");
    const before = link.restarts;
    await pass(21_000);
    expect(link.restarts).toBe(before + 2);
  });

  it("says after twenty seconds that a first connection does not come", async () => {
    await pass(19_000);
    expect([watch.health, link.restarts]).toEqual(["connecting", 0]);
    await pass(2_000);
    expect([watch.health, link.restarts]).toEqual(["failed", 1]);
  });

  it("restarts once when the network is another one, also if media flows", async () => {
    await connect();
    watch.networkChanged();
    await pass(10_000);
    expect([watch.health, link.restarts]).toEqual(["connected", 1]);
  });

  it("restarts as soon as signals reach the other side when the network went, and not again when that did it", async () => {
    await connect();
    watch.networkGone();
    await pass(500);
    expect(link.restarts).toBe(0);
    watch.signalingBack();
    await pass(500);
    expect(link.restarts).toBe(1);
    watch.networkChanged();
    await pass(10_000);
    expect([watch.health, link.restarts]).toEqual(["connected", 1]);
  });

  it("gives a restart that the other side began its time", async () => {
    await connect();
    link.flows = false;
    await pass(600);
    link.dispatchEvent(new Event("restart"));
    await pass(1_800);
    expect([link.restarts, broken]).toEqual([0, 1]);
    await pass(1_000);
    expect(link.restarts).toBe(1);
  });

  it("restarts when the network is back and nothing was done yet", async () => {
    await connect();
    watch.networkGone();
    link.flows = false;
    await pass(500);
    watch.networkChanged();
    expect(link.restarts).toBe(1);
  });

  it("restarts a broken link as soon as signals reach the other side, and starts anew what went unanswered", async () => {
    await connect();
    watch.signalingBack();
    expect([link.restarts, link.anew]).toEqual([0, 1]);
    link.become("failed");
    watch.signalingBack();
    expect(link.restarts).toBe(2);
  });

  it("starts a negotiation anew that stays unanswered", async () => {
    await connect();
    link.awaitingSince = Date.now();
    await pass(3_500);
    expect(link.anew).toBe(0);
    await pass(1_500);
    expect(link.anew).toBeGreaterThan(0);
  });

  it("ends without a word", async () => {
    await connect();
    watch.stop();
    link.become("failed");
    await pass(30_000);
    expect(link.restarts).toBe(0);
  });
});
