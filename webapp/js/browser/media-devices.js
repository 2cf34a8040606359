import { attempt, attemptNow, inTime } from "./attempt.js";

/** Milliseconds for the person's answer to a prompt, and for slow devices. */
const PROMPT_TIME = 60_000;

/** @returns {MediaDevices | undefined} Undefined on an insecure origin. */
export function mediaDevices() {
  return attemptNow(() => navigator.mediaDevices, undefined);
}

/** Whether the person can share a screen. Browsers on telephones do not support it. */
export function canShareScreen() {
  return typeof mediaDevices()?.getDisplayMedia === "function";
}

/**
 * @param {MediaDevices} devices
 * @param {(list: MediaDeviceInfo[]) => void} [tooLate] Gets the list of a slow browser.
 * @returns {Promise<MediaDeviceInfo[] | null>} Null if the browser does not tell, as where a permissions policy forbids it.
 */
export function listDevices(devices, tooLate = () => undefined) {
  return attempt(() => devices.enumerateDevices(), null, { tooLate });
}

/**
 * Opens camera and microphone for a moment.
 * @param {MediaDevices} devices
 * @returns {Promise<string>} Empty if both work; the name of the exception if not; "TimeoutError" without an answer.
 */
export async function tryDevices(devices) {
  const stop = (/** @type {MediaStream} */ stream) => stream.getTracks().forEach((track) => track.stop());
  try {
    const open = () => devices.getUserMedia({ audio: true, video: true });
    stop(await inTime(open, { time: PROMPT_TIME, tooLate: stop }));
    return "";
  } catch (error) {
    return error instanceof DOMException ? error.name : "Error";
  }
}

/**
 * @param {"camera" | "microphone"} device
 * @returns {Promise<PermissionState | "unknown">} Some browsers do not report permissions of these names.
 */
export function permissionState(device) {
  return attempt(
    async () => (await navigator.permissions.query({ name: /** @type {PermissionName} */ (device) })).state,
    "unknown",
  );
}
