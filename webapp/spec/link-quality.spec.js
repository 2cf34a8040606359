import { LinkQuality } from "../js/rtc/link-quality.js";

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

  it("is weak with packet loss, with a long round-trip time, and with frozen video", () => {
    expect(run(new LinkQuality(), 100, 6, {})).toBe("good");
    expect(run(new LinkQuality(), 100, 6, { loss: 0.1 })).toBe("weak");
    expect(run(new LinkQuality(), 100, 2, { roundTrip: 700 })).toBe("weak");
    const frozen = new LinkQuality();
    run(frozen, 100, 4, {});
    expect(run(frozen, 104, 4, { frozen: true })).toBe("weak");
  });

  it("is shown in bars, with the reason for missing ones", () => {
    const signal = (/** @type {Parameters<typeof run>[3]} */ how) => {
      const quality = new LinkQuality();
      run(quality, 100, 6, how);
      return quality.signal;
    };
    expect(signal({})).toEqual({ bars: 4, trouble: "" });
    expect(signal({ loss: 0.02 })).toEqual({ bars: 3, trouble: "loss" });
    expect(signal({ loss: 0.05 })).toEqual({ bars: 2, trouble: "loss" });
    expect(signal({ loss: 0.1, roundTrip: 200 })).toEqual({ bars: 1, trouble: "loss" });
    expect(signal({ roundTrip: 400 })).toEqual({ bars: 2, trouble: "delay" });
  });

  it("is not reduced by video that was ended on purpose", () => {
    const quality = new LinkQuality();
    run(quality, 100, 4, {});
    quality.hasPicture = false;
    run(quality, 104, 4, { frozen: true });
    expect(quality.signal.bars).toBe(4);
  });

  it("improves only after six seconds", () => {
    const quality = new LinkQuality();
    run(quality, 100, 2, { roundTrip: 700 });
    expect(run(quality, 102, 4, {})).toBe("weak");
    expect(run(quality, 106, 4, {})).toBe("good");
  });
});
