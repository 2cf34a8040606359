import { LinkQuality } from "/webapp/js/rtc/link-quality.js";
import { LinkWatch } from "/webapp/js/rtc/link-watch.js";
import { restartDelay } from "/webapp/js/rtc/restart-policy.js";

/** A link that does what the test says. */
class ScriptedLink extends EventTarget {
  connectionState = "new";
  awaitingSince = 0;
  startsAnew = true;
  restarts = 0;
  keyFrames = 0;
  anew = 0;
  bytes = 0;
  flows = false;

  async restartIce() {
    this.restarts++;
  }

  async sendKeyFrame() {
    this.keyFrames++;
  }

  startAnew() {
    this.anew++;
  }

  async getStats() {
    if (this.flows) this.bytes += 1000;
    return new Map([["in", { type: "inbound-rtp", bytesReceived: this.bytes, packetsReceived: 1, packetsLost: 0 }]]);
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

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(1_000_000));
    link = new ScriptedLink();
    watch = new LinkWatch(/** @type {any} */ (link), () => undefined);
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

  it("restarts when nothing has arrived for three seconds", async () => {
    await connect();
    link.flows = false;
    await pass(2_000);
    expect(link.restarts).toBe(0);
    await pass(2_000);
    expect([watch.health, link.restarts]).toEqual(["reconnecting", 1]);
    expect(watch.troubledSince).toBeLessThan(Date.now() - 2_500);
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
    watch.restart();
    await pass(10_000);
    expect([watch.health, link.restarts]).toEqual(["connected", 1]);
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

describe("The restart policy", () => {
  it("waits ever longer, up to ten seconds", () => {
    expect([0, 1, 2, 3, 9].map(restartDelay)).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
  });
});

describe("The quality of a link", () => {
  /**
   * @param {LinkQuality} quality
   * @param {number} from
   * @param {number} seconds
   * @param {{ loss?: number, roundTrip?: number, frozen?: boolean }} how
   */
  function run(quality, from, seconds, { loss = 0, roundTrip = 20, frozen = false }) {
    for (let second = from; second < from + seconds; second++) {
      quality.take({
        at: second * 1000,
        activity: 0,
        mediaBytes: 0,
        received: 100 * second * (1 - loss),
        lost: 100 * second * loss,
        frames: frozen ? 30 * from : 30 * second,
        roundTrip,
        path: "direct",
      });
    }
    return quality.value;
  }

  it("is weak with loss, with a long way, and with a frozen picture", () => {
    expect(run(new LinkQuality(), 100, 6, {})).toBe("good");
    expect(run(new LinkQuality(), 100, 6, { loss: 0.1 })).toBe("weak");
    expect(run(new LinkQuality(), 100, 2, { roundTrip: 700 })).toBe("weak");
    const frozen = new LinkQuality();
    run(frozen, 100, 4, {});
    expect(run(frozen, 104, 4, { frozen: true })).toBe("weak");
  });

  it("is good again only after a while", () => {
    const quality = new LinkQuality();
    run(quality, 100, 2, { roundTrip: 700 });
    expect(run(quality, 102, 4, {})).toBe("weak");
    expect(run(quality, 106, 4, {})).toBe("good");
  });
});
