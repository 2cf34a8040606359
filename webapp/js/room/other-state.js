import { cleanName } from "./entrance.js";

/** @typedef {import("./call-state.js").DeviceState} DeviceState */

/**
 * What one client of ours tells the other of its person, over the call's own connection.
 * @typedef {object} OtherState
 * @property {string} name May be empty.
 * @property {DeviceState} microphone
 * @property {DeviceState} camera
 * @property {boolean} sharing Whether the picture is a screen.
 */

/**
 * @param {any} value What the other client sent, which may be anything.
 * @returns {OtherState | null} Null for what says nothing.
 */
export function readOtherState(value) {
  const { name, microphone, camera, sharing } = value ?? {};
  if (typeof name !== "string" || !isDevice(microphone) || !isDevice(camera) || typeof sharing !== "boolean") return null;
  return { name: cleanName(name), microphone, camera, sharing };
}

/**
 * @param {unknown} value
 * @returns {value is DeviceState}
 */
function isDevice(value) {
  return value === "on" || value === "off" || value === "absent";
}
