import { NO_REFUSALS, QuestionPolicy, readRefusals } from "../js/guard/question-policy.js";
import { filesFolder, holdFiles, sweepAbandonedFiles, values } from "../js/messages/abandoned-files.js";
import { ChatLog } from "../js/messages/chat-log.js";
import { MAX_ENTRIES, MAX_OFFERS, MAX_PICTURES } from "../js/messages/limits.js";
import { MemoryBlockStore } from "../js/messages/memory-block-store.js";
import { Messages } from "../js/messages/messages.js";
import { OfferPolicy } from "../js/messages/offer-policy.js";
import { LocalParticipant } from "../js/room/local/local-participant.js";
import { recordingQuestions } from "../js/room/recording-questions.js";
import { MemoryArea, REFUSING_AREA } from "./storage-areas.js";
import { present, until } from "./support.js";
import { HELLO, SYNC } from "./talk.js";

describe("The questions of a peer", () => {
  it("wait longer after each refusal", () => {
    let now = 0;
    /** @type {unknown} */
    let kept = null;
    const policy = new QuestionPolicy(
      NO_REFUSALS,
      (refusals) => (kept = refusals),
      () => now,
    );
    expect(policy.wait).toBe(0);
    policy.refused();
    expect([policy.wait, policy.hasRefused]).toEqual([10_000, true]);
    now += 10_000;
    expect(policy.wait).toBe(0);
    policy.gone();
    expect(policy.wait).toBe(20_000);
    for (let i = 0; i < 20; i++) policy.refused();
    expect(policy.wait).toBe(600_000);
    // What came in the pause waits, what was there before does not; and after a reload, too.
    policy.refusedForGood();
    for (const one of [
      policy,
      new QuestionPolicy(
        readRefusals(kept),
        () => undefined,
        () => now,
      ),
    ]) {
      expect([one.wait, one.holds(now + 1), one.holds(now - 1), one.isRefusedForGood]).toEqual([
        600_000,
        true,
        false,
        true,
      ]);
    }
    policy.forget();
    expect([policy.wait, policy.isRefusedForGood, kept]).toEqual([0, false, NO_REFUSALS]);
    for (const damaged of [null, {}, { pause: "x" }, { ...NO_REFUSALS, until: Infinity }])
      expect(readRefusals(damaged)).toBe(NO_REFUSALS);
  });
});

describe("The refusals of recordings", () => {
  it("outlive a reload, and end with the call", () => {
    const tab = new MemoryArea();
    recordingQuestions("room", tab).refusedForGood();
    expect(recordingQuestions("another room", tab).isRefusedForGood).toBeFalse();
    const reloaded = new LocalParticipant("room", () => 0, tab);
    expect(reloaded.questions.isRefusedForGood).toBeTrue();
    // Also where nothing has asked since.
    reloaded.forget();
    expect(recordingQuestions("room", tab).isRefusedForGood).toBeFalse();
    for (const area of [REFUSING_AREA, null]) expect(recordingQuestions("room", area).wait).toBe(0);
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
    expect(other.questions.hasRefused).toBeFalse();
  });

  it("wait after a refusal, and are announced then", () => {
    jasmine.clock().install().mockDate(new Date(1_700_000_000_000));
    const messages = new Messages("waiting-offers", { area: null, createStore: () => new MemoryBlockStore() });
    const offer = (/** @type {number} */ line) => ({ type: "offer", line, name: `${line}.bin`, size: 10, media: "" });
    /** @type {string[]} */
    const arrived = [];
    messages.addEventListener(
      "arrived",
      (event) => event instanceof CustomEvent && arrived.push(event.detail.file.name),
    );
    const channel = {
      readyState: "open",
      send: () => undefined,
      onmessage: /** @type {(event: any) => void} */ (() => undefined),
    };
    messages.begin(true);
    messages.use(/** @type {any} */ ({ messages: channel, files: new EventTarget() }));
    const receive = (/** @type {unknown} */ message) => channel.onmessage({ data: JSON.stringify(message) });
    const names = () => messages.view.entries.map(({ file }) => file?.name);
    for (const message of [HELLO, SYNC, offer(1), offer(2)]) receive(message);
    expect(names()).toEqual(["1.bin", "2.bin"]);
    messages.decline(present(messages.view.entries[0]).id);
    jasmine.clock().tick(10);
    receive(offer(3));
    jasmine.clock().tick(5_000);
    messages.decline(present(messages.view.entries[1]).id);
    receive(offer(4));
    jasmine.clock().tick(19_000);
    expect([names(), arrived]).toEqual([
      ["1.bin", "2.bin"],
      ["1.bin", "2.bin"],
    ]);
    jasmine.clock().tick(2_000);
    expect([names(), arrived]).toEqual([
      ["1.bin", "2.bin", "3.bin", "4.bin"],
      ["1.bin", "2.bin", "3.bin", "4.bin"],
    ]);
    messages.end();
    jasmine.clock().uninstall();
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
    refusing.questions.refusedForGood();
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
