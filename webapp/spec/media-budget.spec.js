import { callStats } from "../js/rtc/call-stats.js";
import { common, offeredCodecs, rank } from "../js/rtc/codec-preference.js";
import { audioLimit, stricterBudget, videoLimit } from "../js/rtc/media-budget.js";
import { QualityWish } from "../js/room/local/quality-wish.js";
import { Pair } from "./side.js";
import { present, until } from "./support.js";

describe("A budget", () => {
  it("is the lower one of two", () => {
    expect(stricterBudget("full", "saver")).toBe("saver");
    expect(stricterBudget("sound", "saver")).toBe("sound");
    expect(stricterBudget("full", "full")).toBe("full");
  });

  it("limits audio and small video to 150 kbit/s with headers", () => {
    const audio = audioLimit("saver", true);
    const video = videoLimit("saver", { shortSide: 720, isScreen: false });
    // Headers of 50 packets of audio and some 20 of video a second: 40 bytes of IP and UDP, 12 of RTP, 10 of SRTP.
    const headers = 70 * 62 * 8;
    expect(present(audio.maxBitrate) + present(video.maxBitrate) + headers).toBeLessThan(150_000);
    expect(video.scaleResolutionDownBy).toBe(3);
    expect(videoLimit("saver", { shortSide: 0, isScreen: false }).scaleResolutionDownBy).toBe(1);
  });

  it("keeps the size of a shared screen", () => {
    const screen = videoLimit("saver", { shortSide: 1080, isScreen: true });
    expect([screen.scaleResolutionDownBy, screen.maxFramerate]).toEqual([1, 5]);
  });

  it("always gives audio priority over video", () => {
    for (const budget of /** @type {const} */ (["full", "saver", "sound"])) {
      expect(audioLimit(budget, false)).toEqual(jasmine.objectContaining({ active: true, priority: "high" }));
      expect(videoLimit(budget, { shortSide: 720, isScreen: false }).priority).toBe("low");
    }
    expect(videoLimit("sound", { shortSide: 720, isScreen: false }).active).toBe(false);
  });

  it("is chosen among the known ones", () => {
    const wish = new QualityWish(null);
    wish.setBudget("huge");
    expect([wish.budget, wish.music]).toEqual(["full", false]);
    wish.setBudget("sound");
    wish.setMusic(true);
    expect([wish.budget, wish.music]).toEqual(["sound", true]);
  });
});

describe("The video codecs", () => {
  const able = (/** @type {string} */ name, smooth = true, efficient = false) => ({ name, smooth, efficient });

  it("are ordered by efficiency first, then by the processor", () => {
    const first = (/** @type {number} */ cores, /** @type {string[]} */ ...efficient) =>
      rank(
        ["AV1", "VP9", "H264", "VP8"].map((name) => able(name, true, efficient.includes(name))),
        cores,
      )[0];
    expect(first(2)).toBe("VP8");
    expect(first(8)).toBe("VP9");
    expect(first(8, "H264")).toBe("H264");
    expect(first(2, "AV1", "VP9", "H264", "VP8")).toBe("AV1");
    expect(rank([able("AV1", false), able("VP8")], 8)).toEqual(["VP8", "AV1"]);
  });

  it("are those of both sides, best sum of places first", () => {
    expect(common(["H264", "VP8", "VP9"], ["VP9", "H264", "VP8"])).toEqual(["H264", "VP9", "VP8"]);
    expect(common(["VP8"], ["AV1", "VP8"])).toEqual(["VP8"]);
    expect(common(["AV1"], ["VP8"])).toEqual([]);
  });

  it("are read from an offer", () => {
    const offer = [
      "m=audio 9 UDP/TLS/RTP/SAVPF 111",
      "a=rtpmap:111 opus/48000/2",
      "m=video 9 UDP/TLS/RTP/SAVPF 98 99 96 97 103",
      "a=rtpmap:96 VP8/90000",
      "a=rtpmap:97 rtx/90000",
      "a=rtpmap:98 VP9/90000",
      "a=rtpmap:99 rtx/90000",
      "a=rtpmap:103 H264/90000",
    ].join("\r\n");
    expect(offeredCodecs(offer)).toEqual(["VP9", "VP8", "H264"]);
    expect(offeredCodecs("")).toEqual([]);
    // A format is a number, and no pattern that the other side has written.
    expect(offeredCodecs("m=video 9 UDP/TLS/RTP/SAVPF 9. (\r\na=rtpmap:98 VP9/90000")).toEqual([]);
  });
});

describe("Two links with a budget", () => {
  it("send less at once, and as before when the budget is lifted, without a negotiation", async () => {
    const pair = new Pair();
    const { offerer, answerer } = pair;
    try {
      await pair.addMedia();
      await pair.connect();
      await answerer.receives("audio", "video");
      const height = async () => callStats(await answerer.link.getStats(), null).received.video.height;
      const fullHeight = present(await height());

      offerer.link.limits.set("saver", false);
      await until("small video", async () => (await height()) === 240);
      offerer.link.limits.set("full", false);
      await until("video of full size again", async () => (await height()) === fullHeight);

      offerer.link.limits.set("sound", false);
      let before = await answerer.link.getStats();
      await until("audio only", async () => {
        const now = await answerer.link.getStats();
        const { audio, video } = callStats(now, before).received;
        before = now;
        return video.bitrate === 0 && (audio.bitrate ?? 0) > 1;
      });
      expect(offerer.sentTypes()).toEqual(["offer"]);
    } finally {
      pair.end();
    }
  });
});
