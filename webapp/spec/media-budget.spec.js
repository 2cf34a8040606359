import { figuresOf } from "../js/rtc/call-figures.js";
import { common, offeredCodecs, rank } from "../js/rtc/codec-preference.js";
import { pictureLimit, soundLimit, stricterBudget } from "../js/rtc/media-budget.js";
import { QualityWish } from "../js/room/quality-wish.js";
import { Side } from "./side.js";
import { present, until } from "./support.js";

describe("A budget", () => {
  it("is the lower one of two", () => {
    expect(stricterBudget("full", "saver")).toBe("saver");
    expect(stricterBudget("sound", "saver")).toBe("sound");
    expect(stricterBudget("full", "full")).toBe("full");
  });

  it("leaves sound and a small picture within 150 kbit/s", () => {
    const sound = soundLimit("saver", true);
    const picture = pictureLimit("saver", { shortSide: 720, isScreen: false });
    // Headers of 50 packets of sound a second, and of some 20 of a picture: 40 bytes of IP and UDP, 12 of RTP, 10 of SRTP.
    const headers = 70 * 62 * 8;
    expect(present(sound.maxBitrate) + present(picture.maxBitrate) + headers).toBeLessThan(150_000);
    expect(picture.scaleResolutionDownBy).toBe(3);
    expect(pictureLimit("saver", { shortSide: 0, isScreen: false }).scaleResolutionDownBy).toBe(1);
  });

  it("leaves letters their size", () => {
    const screen = pictureLimit("saver", { shortSide: 1080, isScreen: true });
    expect([screen.scaleResolutionDownBy, screen.maxFramerate]).toEqual([1, 5]);
  });

  it("has sound before the picture, always", () => {
    for (const budget of /** @type {const} */ (["full", "saver", "sound"])) {
      expect(soundLimit(budget, false)).toEqual(jasmine.objectContaining({ active: true, priority: "high" }));
      expect(pictureLimit(budget, { shortSide: 720, isScreen: false }).priority).toBe("low");
    }
    expect(pictureLimit("sound", { shortSide: 720, isScreen: false }).active).toBe(false);
  });

  it("is remembered, and nothing else is", () => {
    const wish = new QualityWish(null);
    wish.setBudget("huge");
    expect([wish.budget, wish.music]).toEqual(["full", false]);
    wish.setBudget("sound");
    wish.setMusic(true);
    expect([wish.budget, wish.music]).toEqual(["sound", true]);
  });
});

describe("The codecs of a picture", () => {
  const able = (/** @type {string} */ name, well = true, cheap = false) => ({ name, well, cheap });

  it("are those that cost nothing first, then what fits the processor", () => {
    const all = ["AV1", "VP9", "H264", "VP8"];
    expect(
      rank(
        all.map((name) => able(name)),
        2,
      )[0],
    ).toBe("VP8");
    expect(
      rank(
        all.map((name) => able(name)),
        8,
      )[0],
    ).toBe("VP9");
    expect(
      rank(
        all.map((name) => able(name, true, name === "H264")),
        8,
      )[0],
    ).toBe("H264");
    expect(
      rank(
        all.map((name) => able(name, true, true)),
        2,
      )[0],
    ).toBe("AV1");
    expect(rank([able("AV1", false), able("VP8")], 8)).toEqual(["VP8", "AV1"]);
  });

  it("are what both do well", () => {
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
  });
});

describe("Two links on a budget", () => {
  it("send less as soon as they are told to, and as before when that is over, without a negotiation", async () => {
    const offerer = new Side("offerer", { role: "offerer", polite: false });
    const answerer = new Side("answerer", { role: "answerer", polite: true });
    offerer.other = answerer;
    answerer.other = offerer;
    try {
      await Promise.all([offerer.addMedia(), answerer.addMedia()]);
      for (const side of [offerer, answerer]) side.link.start();
      await Promise.all([offerer.connected(), answerer.connected()]);
      await answerer.receives("audio", "video");
      const height = async () => figuresOf(await answerer.link.getStats(), null).received.video.height;
      const whole = present(await height());

      offerer.link.limits.set("saver", false);
      await until("a small picture", async () => (await height()) === 240);
      offerer.link.limits.set("full", false);
      await until("the whole picture again", async () => (await height()) === whole);

      offerer.link.limits.set("sound", false);
      let before = await answerer.link.getStats();
      await until("sound alone", async () => {
        const now = await answerer.link.getStats();
        const { audio, video } = figuresOf(now, before).received;
        before = now;
        return video.bitrate === 0 && (audio.bitrate ?? 0) > 1;
      });
      expect(offerer.sentTypes()).toEqual(["offer"]);
    } finally {
      offerer.end();
      answerer.end();
    }
  });
});
