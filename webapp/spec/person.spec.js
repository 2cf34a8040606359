import { cleanName, Entrance } from "../js/room/entrance.js";
import { readOtherState } from "../js/room/other-state.js";
import { NO_RECORDING } from "../js/room/recording-consent.js";
import { SpeechJudge } from "../js/room/speech.js";
import { initialsOf } from "../js/ui/initials.js";
import { otherSentence } from "../js/ui/presentation.js";

/** @typedef {import("../js/room/other-state.js").OtherState} OtherState */

const LOUD = 0.8;

describe("A name", () => {
  it("is shown without what reaches beyond it", () => {
    expect(cleanName("  Alice \n\t Liddell ")).toBe("Alice Liddell");
    expect(cleanName("A\u202elice\u0007")).toBe("Alice");
    expect(cleanName("👩‍🚀 \u0645\u06cc\u200c\u062e")).toBe("👩‍🚀 \u0645\u06cc\u200c\u062e");
    expect(Array.from(cleanName("𝒜".repeat(99))).length).toBe(40);
    expect(cleanName("<b>x</b>")).toBe("<b>x</b>");
  });

  it("has initials, in any script", () => {
    expect(initialsOf("Alice Pleasance Liddell")).toBe("AL");
    expect(initialsOf("bob")).toBe("B");
    expect(initialsOf("山田 太郎")).toBe("山太");
    expect(initialsOf("🙂")).toBe("");
    expect(initialsOf("")).toBe("");
  });

  it("is remembered, where the browser can", () => {
    /** @type {Map<string, string>} */
    const items = new Map();
    const storage = /** @type {Storage} */ (
      /** @type {unknown} */ ({
        getItem: (/** @type {string} */ key) => items.get(key) ?? null,
        setItem: (/** @type {string} */ key, /** @type {string} */ value) => void items.set(key, value),
      })
    );
    const entrance = new Entrance(storage);
    expect([entrance.name, entrance.straightIn]).toEqual(["", false]);
    entrance.setName(" Alice ");
    entrance.setStraightIn(true);
    expect([new Entrance(storage).name, new Entrance(storage).straightIn]).toEqual(["Alice", true]);
    const forgetful = new Entrance(null);
    forgetful.setName("Bob");
    expect(forgetful.name).toBe("Bob");
  });
});

describe("What the other client tells", () => {
  /** @type {OtherState} */
  const state = {
    name: "Bob",
    microphone: "on",
    camera: "off",
    sharing: false,
    budget: "saver",
    arriving: { bars: 3, trouble: "loss" },
    recording: NO_RECORDING,
    answer: null,
  };

  it("is taken if it says all there is, and nothing else of it", () => {
    expect(readOtherState({ ...state, name: " Bob\u202e", extra: 1 })).toEqual(state);
    for (const wrong of [
      null,
      7,
      "x",
      [],
      {},
      { ...state, name: 7 },
      { ...state, camera: "maybe" },
      { ...state, sharing: "no" },
    ]) {
      expect(readOtherState(wrong)).withContext(JSON.stringify(wrong)).toBeNull();
    }
  });

  it("is the most, and unknown, of a client that does not tell how much it wants and gets", () => {
    expect(readOtherState({ ...state, budget: "huge", arriving: { bars: 9, trouble: "" } })).toEqual({
      ...state,
      budget: "full",
      arriving: null,
    });
    expect(readOtherState({ ...state, budget: undefined, arriving: "well" })).toEqual({
      ...state,
      budget: "full",
      arriving: null,
    });
  });

  it("is said when it changes", () => {
    expect(otherSentence(null, state)).toBe("");
    expect(otherSentence(state, { ...state })).toBe("");
    const changes = [
      otherSentence(state, { ...state, microphone: "off" }),
      otherSentence({ ...state, microphone: "off" }, state),
      otherSentence(state, { ...state, camera: "on" }),
      otherSentence({ ...state, camera: "on" }, state),
      otherSentence(state, { ...state, sharing: true }),
      otherSentence({ ...state, sharing: true }, state),
    ];
    expect(new Set(changes).size).toBe(6);
    for (const sentence of changes) expect(sentence).toContain("Bob");
    expect(otherSentence({ ...state, name: "" }, { ...state, name: "", sharing: true })).toContain("other person");
  });
});

describe("Who speaks", () => {
  it("goes on speaking through the pauses between words", () => {
    const judge = new SpeechJudge();
    expect(judge.judge(0, LOUD, 0, false).ownSpeaking).toBeTrue();
    expect(judge.judge(600, 0, 0, false).ownSpeaking).toBeTrue();
    expect(judge.judge(1_000, 0, LOUD, false)).toEqual({ ownSpeaking: false, otherSpeaking: true, mutedTalk: false });
  });

  it("is told when the microphone is muted, unless it was a cough", () => {
    const judge = new SpeechJudge();
    expect(judge.judge(0, LOUD, 0, true).mutedTalk).toBeFalse();
    expect(judge.judge(2_000, 0, 0, true).mutedTalk).toBeFalse();
    expect(judge.judge(3_000, LOUD, 0, true).mutedTalk).toBeFalse();
    expect(judge.judge(3_500, LOUD, 0, true)).toEqual({ ownSpeaking: false, otherSpeaking: false, mutedTalk: false });
    expect(judge.judge(4_000, LOUD, 0, true).mutedTalk).toBeTrue();
    expect(judge.judge(7_900, 0, 0, true).mutedTalk).toBeTrue();
    expect(judge.judge(8_100, 0, 0, true).mutedTalk).toBeFalse();
    judge.judge(9_000, LOUD, 0, true);
    judge.judge(9_900, LOUD, 0, true);
    expect(judge.judge(10_000, LOUD, 0, false).mutedTalk).toBeFalse();
  });
});
