import { readSignal } from "../../rtc/link-quality.js";
import { isBudget } from "../../rtc/media-budget.js";
import { cleanName } from "../participant-name.js";
import { readAnswer, readRecording } from "../recording-consent.js";

/** @typedef {"on" | "off" | "absent"} AnnouncedDevice */

/**
 * What two clients of the extended protocol announce to each other over the state channel.
 * @typedef {object} PeerState
 * @property {string} name May be empty.
 * @property {AnnouncedDevice} microphone
 * @property {AnnouncedDevice} camera
 * @property {boolean} sharing Whether the video is a screen.
 * @property {import("../../rtc/media-budget.js").Budget} budget How much the participant wants to send and receive at
 *   most.
 * @property {import("../../rtc/link-quality.js").Signal | null} arriving The quality of what the participant receives;
 *   null if it is not known.
 * @property {import("../recording-consent.js").Recording} recording The participant's own recording.
 * @property {import("../recording-consent.js").RecordingAnswer | null} answer Whether the participant may be recorded.
 */

/**
 * @param {import("../call-state.js").DeviceState} state
 * @returns {AnnouncedDevice} To the peer it is the same whoever has muted a device.
 */
export function announcedDevice(state) {
  return state === "interrupted" ? "off" : state;
}

/**
 * @param {any} value From the peer's client; not trusted.
 * @returns {PeerState | null} Null if it is not a state.
 */
export function readPeerState(value) {
  const { name, microphone, camera, sharing, budget, arriving, recording, answer } = value ?? {};
  if (typeof name !== "string" || !isDevice(microphone) || !isDevice(camera) || typeof sharing !== "boolean")
    return null;
  return {
    name: cleanName(name),
    microphone,
    camera,
    sharing,
    // Pages of earlier versions do not announce it.
    budget: isBudget(budget) ? budget : "full",
    arriving: readSignal(arriving),
    recording: readRecording(recording),
    answer: readAnswer(answer),
  };
}

/**
 * @param {unknown} value
 * @returns {value is AnnouncedDevice}
 */
function isDevice(value) {
  return value === "on" || value === "off" || value === "absent";
}
