import { filesFolder, holdFiles, sweepAbandonedFiles, values } from "../js/messages/abandoned-files.js";
import { ChatLog } from "../js/messages/chat-log.js";
import { MAX_ENTRIES, MAX_OFFERS, MAX_PICTURES } from "../js/messages/limits.js";
import { OfferPolicy } from "../js/messages/offer-policy.js";
import { DeviceSwitches } from "../js/room/local/device-switches.js";
import { Entrance } from "../js/room/local/entrance.js";
import { cleanName, distinctName } from "../js/room/participant-name.js";
import { QuestionPolicy } from "../js/room/question-policy.js";
import { MemoryArea, REFUSING_AREA } from "./storage-areas.js";
import { until } from "./support.js";

describe("Which devices are on", () => {
  it("is what it was when the page comes back, with those it was joined with", () => {
    const tab = new MemoryArea();
    const before = new DeviceSwitches("room", tab);
    before.wish(["microphone"]);
    before.turn("microphone", false);
    const after = new DeviceSwitches("room", tab);
    after.comeBack();
    expect(after.wishes).toEqual(["microphone"]);
    expect([after.isOn("camera"), after.isOn("microphone")]).toEqual([true, false]);
    expect(new DeviceSwitches("another room", tab).isOn("microphone")).toBeTrue();
  });

  it("is nothing if the page cannot know", () => {
    for (const area of [new MemoryArea(), REFUSING_AREA, null]) {
      const switches = new DeviceSwitches("room", area);
      switches.comeBack();
      expect([switches.isOn("camera"), switches.isOn("microphone")]).toEqual([false, false]);
    }
    const tab = new MemoryArea();
    tab.setItem("video-chat-room:devices:room", '{"wishes":"camera","camera":1}');
    const misled = new DeviceSwitches("room", tab);
    misled.comeBack();
    expect(misled.isOn("camera")).toBeFalse();
  });

  it("is remembered by the page itself where nothing can be stored", () => {
    const switches = new DeviceSwitches("room", null);
    switches.wish(["camera", "microphone"]);
    switches.turn("camera", false);
    switches.comeBack();
    expect([switches.isOn("camera"), switches.isOn("microphone")]).toEqual([false, true]);
  });

  it("does not show the camera where a screen was, and begins anew after hanging up", () => {
    const tab = new MemoryArea();
    const before = new DeviceSwitches("room", tab);
    before.wish(["camera", "microphone"]);
    before.share(true);
    const after = new DeviceSwitches("room", tab);
    after.comeBack();
    expect([after.isOn("camera"), after.isOn("microphone")]).toEqual([false, true]);
    after.forget();
    expect(new DeviceSwitches("room", tab).isOn("camera")).toBeTrue();
  });
});

describe("The way straight in", () => {
  it("leads into rooms of before only, of those who want it", () => {
    const device = new MemoryArea();
    const entrance = new Entrance(device);
    entrance.entered("first");
    entrance.setStraightIn(true);
    expect(entrance.leadsStraightInto("first")).toBeFalse();
    entrance.entered("second");
    expect(new Entrance(device).leadsStraightInto("second")).toBeTrue();
    expect(new Entrance(device).leadsStraightInto("third")).toBeFalse();
    for (let i = 0; i < 150; i++) entrance.entered(`room ${i}`);
    expect(entrance.leadsStraightInto("second")).toBeFalse();
    entrance.setStraightIn(false);
    entrance.setStraightIn(true);
    expect(entrance.leadsStraightInto("room 149")).toBeFalse();
    device.setItem("video-chat-room:straight-in-rooms", "{");
    expect(new Entrance(device).leadsStraightInto("room 149")).toBeFalse();
  });
});

describe("The questions of a peer", () => {
  it("wait longer after each refusal", () => {
    let now = 0;
    const policy = new QuestionPolicy(() => now);
    expect(policy.wait).toBe(0);
    policy.refused();
    expect([policy.wait, policy.hasRefused]).toEqual([10_000, true]);
    now += 10_000;
    expect(policy.wait).toBe(0);
    policy.gone();
    expect(policy.wait).toBe(20_000);
    for (let i = 0; i < 20; i++) policy.refused();
    expect(policy.wait).toBe(600_000);
  });
});

describe("The files of a peer", () => {
  /** @param {Partial<import("../js/messages/chat-log.js").FileFacts>} file */
  const offered = (file) => ({ name: "a", size: 10, media: "", modified: 0, state: "offered", reason: "", ...file });

  it("are taken without asking up to a number and a sum, which the end of the log does not reset", () => {
    const log = new ChatLog("room", null);
    const policy = new OfferPolicy(log);
    /**
     * @param {number} line
     * @param {object} file
     */
    const verdict = (line, file) => policy.verdictOn(log.add(false, line, /** @type {any} */ (offered(file))));
    const picture = { media: "image/png", size: 100 };
    for (let line = 1; line <= MAX_PICTURES; line++) {
      expect(verdict(line, { ...picture, state: "complete" })).toBe("accept");
      for (let i = 0; i < MAX_ENTRIES / 10; i++) log.add(false, line, "x");
    }
    expect(verdict(99, picture)).toBe("ask");
    expect(log.facts.dropped).toBeGreaterThan(0);
    expect(verdict(100, { media: "image/svg+xml" })).toBe("ask");
    const other = new OfferPolicy(new ChatLog("another", null));
    const large = { media: "image/png", size: 8 * 2 ** 20 };
    const log2 = new ChatLog("sums", null);
    const sums = new OfferPolicy(log2);
    const verdicts = Array.from({ length: 9 }, (_, i) =>
      sums.verdictOn(log2.add(false, i + 1, /** @type {any} */ (offered({ ...large, state: "complete" })))),
    );
    expect(verdicts.filter((one) => one === "accept").length).toBe(8);
    expect(other.hasDeclined).toBeFalse();
  });

  it("are declined when too many wait, and when the person wants no more", () => {
    const log = new ChatLog("room", null);
    const policy = new OfferPolicy(log);
    const verdicts = Array.from({ length: MAX_OFFERS + 1 }, (_, i) =>
      policy.verdictOn(log.add(false, i + 1, /** @type {any} */ (offered({})))),
    );
    expect(verdicts.slice(0, MAX_OFFERS)).toEqual(Array(MAX_OFFERS).fill("ask"));
    expect(verdicts.at(-1)).toBe("decline");
    const refusing = new OfferPolicy(new ChatLog("room", null));
    refusing.declinesAll = true;
    expect(refusing.verdictOn(log.add(false, 99, /** @type {any} */ (offered({}))))).toBe("decline");
  });

  it("are removed when their tab has gone", async () => {
    const folder = await filesFolder();
    await folder.getDirectoryHandle("author-gone", { create: true });
    await folder.getDirectoryHandle("author-here", { create: true });
    holdFiles("author-here");
    await until("the lock", async () => {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name?.endsWith("author-here"));
    });
    await sweepAbandonedFiles(0);
    const names = [];
    for await (const { name } of values(folder)) names.push(name);
    expect(names).toContain("author-here");
    expect(names).not.toContain("author-gone");
    await folder.removeEntry("author-here", { recursive: true });
  });
});

describe("The name of a peer", () => {
  it("has something to see, and is cut between characters", () => {
    for (const invisible of [
      "\u200b\u200d",
      "\u3164\u2800",
      "\u00ad \u180e",
      "\u0301\u0302",
      "\ufe0f\u{e0041}",
      "\u2063",
    ])
      expect(cleanName(invisible)).withContext(escape(invisible)).toBe("");
    expect(cleanName("A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301").length).toBeLessThan(7);
    const family = "👩‍👩‍👧‍👦";
    const cut = cleanName(family.repeat(50));
    expect(cut.length % family.length).toBe(0);
    expect(cut.length).toBeGreaterThan(0);
    expect(cleanName("नमस्ते")).toBe("नमस्ते");
    expect(cleanName("\u3164".repeat(40) + "Anna")).toBe("");
    for (const name of ["a\u200e\u0301", "Anna \u202e Lee", "Anna\u0000\tLee"])
      expect(cleanName(cleanName(name)))
        .withContext(escape(name))
        .toBe(cleanName(name));
  });

  it("is not the own one", () => {
    expect(distinctName("Anna", "Anna")).toBe("Anna (2)");
    expect(distinctName("ＡＮＮＡ\u200b", " anna")).toBe("ＡＮＮＡ\u200b (2)");
    expect(distinctName("Anne", "Anna")).toBe("Anne");
    expect(distinctName("", "")).toBe("");
  });
});
