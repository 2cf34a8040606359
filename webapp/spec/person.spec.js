import { Entrance } from "../js/room/local/entrance.js";
import { cleanName } from "../js/room/participant-name.js";
import { readPeerState } from "../js/room/peer/peer-state.js";
import { NO_RECORDING } from "../js/room/recording-consent.js";
import { VoiceActivityDetector } from "../js/room/voice-activity.js";
import { initialsOf } from "../js/ui/call/initials.js";
import { otherSentence } from "../js/ui/call/presentation.js";
import { MemoryArea } from "./storage-areas.js";

/** @typedef {import("../js/room/peer/peer-state.js").PeerState} PeerState */

const LOUD = 0.8;

describe("A name", () => {
  it("is shown without characters that affect the text around it", () => {
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

  it("is remembered where the browser allows that", () => {
    const storage = new MemoryArea();
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

describe("The state that the peer's client announces", () => {
  /** @type {PeerState} */
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

  it("is read if it is complete, without unknown members", () => {
    expect(readPeerState({ ...state, name: " Bob\u202e", extra: 1 })).toEqual(state);
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
      expect(readPeerState(wrong)).withContext(JSON.stringify(wrong)).toBeNull();
    }
  });

  it("has the full budget and no quality if the client does not announce them", () => {
    expect(readPeerState({ ...state, budget: "huge", arriving: { bars: 9, trouble: "" } })).toEqual({
      ...state,
      budget: "full",
      arriving: null,
    });
    expect(readPeerState({ ...state, budget: undefined, arriving: "well" })).toEqual({
      ...state,
      budget: "full",
      arriving: null,
    });
  });

  it("leads to a sentence when it changes", () => {
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
    const detector = new VoiceActivityDetector();
    expect(detector.detect(0, LOUD, 0, false).ownSpeaking).toBeTrue();
    expect(detector.detect(600, 0, 0, false).ownSpeaking).toBeTrue();
    expect(detector.detect(1_000, 0, LOUD, false)).toEqual({
      ownSpeaking: false,
      otherSpeaking: true,
      mutedTalk: false,
    });
  });

  it("gets a hint while the microphone is muted, unless it was a cough", () => {
    const detector = new VoiceActivityDetector();
    expect(detector.detect(0, LOUD, 0, true).mutedTalk).toBeFalse();
    expect(detector.detect(2_000, 0, 0, true).mutedTalk).toBeFalse();
    expect(detector.detect(3_000, LOUD, 0, true).mutedTalk).toBeFalse();
    expect(detector.detect(3_500, LOUD, 0, true)).toEqual({
      ownSpeaking: false,
      otherSpeaking: false,
      mutedTalk: false,
    });
    expect(detector.detect(4_000, LOUD, 0, true).mutedTalk).toBeTrue();
    expect(detector.detect(7_900, 0, 0, true).mutedTalk).toBeTrue();
    expect(detector.detect(8_100, 0, 0, true).mutedTalk).toBeFalse();
    detector.detect(9_000, LOUD, 0, true);
    detector.detect(9_900, LOUD, 0, true);
    expect(detector.detect(10_000, LOUD, 0, false).mutedTalk).toBeFalse();
  });
});
