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
 * Opens camera or microphone, or both. Most browsers ask the person.
 * @param {MediaDevices} devices
 * @param {MediaStreamConstraints} constraints
 * @param {number} [time] Milliseconds for the answer. It has no limit where the person sees that the page waits.
 * @returns {Promise<MediaStream>} Rejects with the browser's exception, or with a TimeoutError.
 */
export function openDevices(devices, constraints, time = PROMPT_TIME) {
  const open = () => devices.getUserMedia(constraints);
  return time === Infinity ? open() : inTime(open, { time, tooLate: stopTracks });
}

/**
 * Lets the person choose a screen, a window or a tab. They may take their time.
 * @param {DisplayMediaStreamOptions} options
 * @returns {Promise<MediaStream>} Rejects with the browser's exception.
 */
export async function openScreen(options) {
  return await navigator.mediaDevices.getDisplayMedia(options);
}

/**
 * Opens camera and microphone for a moment.
 * @param {MediaDevices} devices
 * @returns {Promise<string>} Empty if both work; the name of the exception if not; "TimeoutError" without an answer.
 */
export async function tryDevices(devices) {
  try {
    stopTracks(await openDevices(devices, { audio: true, video: true }));
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

/** @param {MediaStream} stream */
function stopTracks(stream) {
  for (const track of stream.getTracks()) track.stop();
}
