import { initialState } from "../js/room/call-state.js";
import { noteSentence, problemOf, statusSentence } from "../js/ui/call/presentation.js";
import { present } from "./support.js";

/** @typedef {import("../js/room/call-state.js").CallState} CallState */
/** @typedef {import("../js/room/call-state.js").Phase} Phase */

/** @type {Phase[]} */
const GOING_ON = ["preparing", "lobby", "joining", "waiting", "connecting", "connected", "reconnecting"];
/** @type {Phase[]} */
const IN_TROUBLE = ["room-full", "server-unreachable", "connection-failed", "hung-up", "moved"];
const MEDIA = ["permission-refused", "device-busy", "media-failed", "insecure-origin", "no-webrtc"];
const NOTED = ["camera-missing", "microphone-missing", "no-devices"];

/**
 * @param {Partial<CallState>} change
 * @returns {CallState}
 */
const state = (change) => ({ ...initialState("room"), ...change });

describe("What the page says", () => {
  it("is a different status sentence for each phase", () => {
    const sentences = [...GOING_ON, ...IN_TROUBLE, /** @type {Phase} */ ("blocked")].map((phase) =>
      statusSentence(state({ phase })),
    );
    expect(sentences).not.toContain("");
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("differs by how the peer left", () => {
    const sentences = /** @type {const} */ (["", "left", "connection-lost", "removed"]).map((notice) =>
      statusSentence(state({ phase: "waiting", notice })),
    );
    expect(new Set(sentences).size).toBe(4);
  });

  it("is no problem while all goes well", () => {
    for (const phase of GOING_ON)
      expect(problemOf(state({ phase })))
        .withContext(phase)
        .toBeNull();
  });

  it("is a note, and no problem, when a device is missing", () => {
    for (const reason of NOTED) {
      const missing = state({ phase: "connected", reason });
      expect(noteSentence(missing)).withContext(reason).not.toBe("");
      expect(problemOf(missing)).withContext(reason).toBeNull();
    }
  });

  it("is a different problem, with an action, for everything else", () => {
    const problems = [
      ...IN_TROUBLE.map((phase) => problemOf(state({ phase }))),
      ...MEDIA.map((reason) => problemOf(state({ phase: "blocked", reason }))),
    ].map(present);
    expect(new Set(problems.map(({ title }) => title)).size).toBe(problems.length);
    for (const { title, sentence, actions } of problems) {
      expect(sentence).withContext(title).not.toBe("");
      expect(actions.length).withContext(title).toBeGreaterThan(0);
    }
  });

  it("has a sentence and an action for every error code of the protocol", async () => {
    const protocol = await (await fetch(new URL("../../src/docs/protocol/asyncapi.json", import.meta.url))).json();
    for (const code of protocol.components.schemas.ErrorCode.enum) {
      for (const phase of /** @type {Phase[]} */ (["blocked", "connected"])) {
        const problem = present(problemOf(state({ phase, reason: code.replaceAll("_", "-") })));
        expect(problem.sentence).withContext(code).not.toMatch(/[{}]/);
        expect(problem.actions.length).withContext(code).toBeGreaterThan(0);
      }
    }
  });

  it("says how media travels, and what happens beside the call", () => {
    const calls = /** @type {Partial<CallState>[]} */ ([
      { connection: "direct" },
      { connection: "relayed" },
      { connection: "direct", quality: "weak" },
    ]);
    const sentences = calls.map((call) => statusSentence(state({ phase: "connected", ...call })));
    expect(new Set(sentences).size).toBe(3);
    for (const notice of /** @type {const} */ (["server-away", "other-away"])) {
      expect(noteSentence(state({ phase: "connected", notice })))
        .withContext(notice)
        .not.toBe("");
    }
    expect(noteSentence(state({ phase: "connected", hidingDenied: true }))).not.toBe("");
  });

  it("says in the lobby how full the room is", () => {
    const sentences = /** @type {const} */ (["", "empty", "waiting", "full"]).map((roomState) =>
      statusSentence(state({ phase: "lobby", roomState })),
    );
    expect(new Set(sentences).size).toBe(4);
  });

  it("warns of a muted microphone before anything else", () => {
    const note = noteSentence(state({ phase: "connected", mutedTalk: true, sharing: true, notice: "server-away" }));
    expect(note).toContain("muted");
  });

  it("offers to join with the device that works", () => {
    const problem = present(problemOf(state({ phase: "blocked", reason: "device-busy", usable: ["microphone"] })));
    expect(problem.actions).toEqual(["try-again", "join-microphone", "join-without", "check-connection"]);
  });
});
