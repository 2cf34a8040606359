import { readSignal } from "../rtc/link-quality.js";
import { isBudget } from "../rtc/media-budget.js";
import { cleanName } from "./entrance.js";
import { readAnswer, readRecording } from "./recording-consent.js";

/** @typedef {import("./call-state.js").DeviceState} DeviceState */

/**
 * What one client of ours tells the other of its person, over the call's own connection.
 * @typedef {object} OtherState
 * @property {string} name May be empty.
 * @property {DeviceState} microphone
 * @property {DeviceState} camera
 * @property {boolean} sharing Whether the picture is a screen.
 * @property {import("../rtc/media-budget.js").Budget} budget How much he wants to send and get at most.
 * @property {import("../rtc/link-quality.js").Signal | null} arriving How well it goes what comes to him; null if it is
 *   not known.
 * @property {import("./recording-consent.js").Recording} recording His own one.
 * @property {import("./recording-consent.js").RecordingAnswer | null} answer To the question whether he may be recorded.
 */

/**
 * @param {any} value What the other client sent, which may be anything.
 * @returns {OtherState | null} Null for what says nothing.
 */
export function readOtherState(value) {
  const { name, microphone, camera, sharing, budget, arriving, recording, answer } = value ?? {};
  if (typeof name !== "string" || !isDevice(microphone) || !isDevice(camera) || typeof sharing !== "boolean")
    return null;
  return {
    name: cleanName(name),
    microphone,
    camera,
    sharing,
    // A page that was loaded before an upgrade does not tell.
    budget: isBudget(budget) ? budget : "full",
    arriving: readSignal(arriving),
    recording: readRecording(recording),
    answer: readAnswer(answer),
  };
}

/**
 * @param {unknown} value
 * @returns {value is DeviceState}
 */
function isDevice(value) {
  return value === "on" || value === "off" || value === "absent";
}
