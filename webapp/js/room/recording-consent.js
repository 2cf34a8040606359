/**
 * What one side tells of its own recording: none, one that it asks for, or one that runs.
 * @typedef {object} Recording
 * @property {"" | "asks" | "runs"} state
 * @property {"call" | "own"} what Both sides, or only what this one sends.
 * @property {number} number Of the question, which the answer names: a late answer is not one to the next question.
 */

/** @typedef {{ number: number, allowed: boolean }} RecordingAnswer The latest one to the other side's question. */

/** @type {Recording} */
export const NO_RECORDING = { state: "", what: "call", number: 0 };

/** The own recording and the own consent to the other one's. Consent can be taken back for as long as it runs. */
export class RecordingConsent extends EventTarget {
  /** @type {Recording} */
  recording = NO_RECORDING;
  /** @type {RecordingAnswer | null} */
  answer = null;

  /** @param {Recording["what"]} what Asks the other side. */
  ask(what) {
    // Drawn, not counted: a page that was loaded again must not take an answer of before for its own.
    const [number = 1] = crypto.getRandomValues(new Uint32Array(1));
    this.#set({ state: "asks", what, number });
  }

  /** It runs from now on. */
  run() {
    this.#set({ ...this.recording, state: "runs" });
  }

  /** It has ended, or is no longer wished for. */
  end() {
    if (this.recording.state !== "") this.#set(NO_RECORDING);
  }

  /**
   * @param {number} number Of the other side's question.
   * @param {boolean} allowed
   */
  decide(number, allowed) {
    this.answer = { number, allowed };
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Recording} recording */
  #set(recording) {
    this.recording = recording;
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * Whether one may record.
 * @param {Recording} recording One's own.
 * @param {{ answer: RecordingAnswer | null } | null} other What the other side tells; null if it is gone.
 * @returns {"waits" | "allowed" | "declined" | "gone"}
 */
export function consentTo(recording, other) {
  if (other === null) return "gone";
  if (other.answer?.number !== recording.number) return recording.state === "runs" ? "declined" : "waits";
  return other.answer.allowed ? "allowed" : "declined";
}

/**
 * @param {any} value What the other client says, which may be anything.
 * @returns {Recording}
 */
export function readRecording(value) {
  const { state, what, number } = value ?? {};
  if ((state !== "asks" && state !== "runs") || (what !== "call" && what !== "own") || !Number.isSafeInteger(number))
    return NO_RECORDING;
  return { state, what, number };
}

/**
 * @param {any} value What the other client says, which may be anything.
 * @returns {RecordingAnswer | null} Null for what says nothing: no consent.
 */
export function readAnswer(value) {
  const { number, allowed } = value ?? {};
  return Number.isSafeInteger(number) && typeof allowed === "boolean" ? { number, allowed } : null;
}
