/**
 * What one client announces about its own recording: none, one that waits for consent, or one that runs.
 * @typedef {object} Recording
 * @property {"" | "asks" | "runs"} state
 * @property {"call" | "own"} what Both participants, or only what the recording participant sends.
 * @property {number} number Identifies the question. The answer repeats it, so a late answer cannot count for the next
 *   question.
 */

/**
 * The latest answer to the peer's question.
 * @typedef {object} RecordingAnswer
 * @property {number} number Of the question.
 * @property {Recording["what"]} what That was asked. The answer counts for nothing else.
 * @property {boolean} allowed
 */

/** @type {Recording} */
export const NO_RECORDING = { state: "", what: "call", number: 0 };

/**
 * The local recording, and the local participant's answer to the peer's. An answer can be changed while the peer's
 * recording runs. Event: `change`.
 */
export class RecordingConsent extends EventTarget {
  /** @type {Recording} */
  recording = NO_RECORDING;
  /** @type {RecordingAnswer | null} */
  answer = null;

  /**
   * Asks the peer for consent.
   * @param {Recording["what"]} what
   */
  ask(what) {
    // Random, not counted: after a reload an old answer must not match the first question.
    const [number = 1] = crypto.getRandomValues(new Uint32Array(1));
    this.#set({ state: "asks", what, number });
  }

  /** The recording has started. */
  run() {
    this.#set({ ...this.recording, state: "runs" });
  }

  /** The recording has ended, or is no longer wanted. */
  end() {
    if (this.recording.state !== "") this.#set(NO_RECORDING);
  }

  /**
   * Answers the peer's question.
   * @param {Pick<Recording, "number" | "what">} question As it was shown.
   * @param {boolean} allowed
   */
  decide({ number, what }, allowed) {
    this.answer = { number, what, allowed };
    this.dispatchEvent(new Event("change"));
  }

  /** The recording that was asked for is over, or whoever asked is gone. */
  forgetAnswer() {
    if (this.answer === null) return;
    this.answer = null;
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Recording} recording */
  #set(recording) {
    this.recording = recording;
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * Whether the peer consents to a recording.
 * @param {Recording} recording The local one.
 * @param {{ answer: RecordingAnswer | null } | null} peer What the peer's client announces; null if the peer is gone.
 * @returns {"waits" | "allowed" | "declined" | "gone"}
 */
export function consentTo(recording, peer) {
  if (peer === null) return "gone";
  if (peer.answer === null || !isAnswerTo(peer.answer, recording))
    return recording.state === "runs" ? "declined" : "waits";
  return peer.answer.allowed ? "allowed" : "declined";
}

/**
 * @param {RecordingAnswer | null} answer
 * @param {Pick<Recording, "number" | "what">} question
 */
export function isAnswerTo(answer, { number, what }) {
  return answer?.number === number && answer.what === what;
}

/**
 * @param {any} value From the peer's client; not trusted.
 * @returns {Recording}
 */
export function readRecording(value) {
  const { state, what, number } = value ?? {};
  if ((state !== "asks" && state !== "runs") || (what !== "call" && what !== "own") || !Number.isSafeInteger(number))
    return NO_RECORDING;
  return { state, what, number };
}

/**
 * @param {any} value From the peer's client; not trusted.
 * @returns {RecordingAnswer | null} Null if it is not an answer: no consent.
 */
export function readAnswer(value) {
  const { number, what, allowed } = value ?? {};
  if (!Number.isSafeInteger(number) || (what !== "call" && what !== "own") || typeof allowed !== "boolean") return null;
  return { number, what, allowed };
}
