import { mediaReason, MediaProblem } from "./media-problem.js";

/** @typedef {import("./media-problem.js").Device} Device */
/** @typedef {import("./media-problem.js").MediaReason} MediaReason */

/**
 * @typedef {object} LocalMedia
 * @property {MediaStream} stream What there is: without tracks if there is nothing.
 * @property {MediaReason | null} reason Why less than wished for is in it.
 */

/** Ideal values only: a camera that cannot do this is better than none. */
const CONSTRAINTS = {
  camera: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: "user" },
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
};

/**
 * Asks for camera and microphone. A missing device is left out by itself; everything else is for the person to decide.
 * @param {readonly Device[]} wishes
 * @param {MediaDevices | undefined} [devices] The browser's, which are missing on an insecure origin.
 * @returns {Promise<LocalMedia>}
 * @throws {MediaProblem} Refused, busy, insecure origin: the call cannot go on by itself.
 */
export async function acquireLocalMedia(wishes, devices = navigator.mediaDevices) {
  if (wishes.length === 0) return { stream: new MediaStream(), reason: null };
  if (devices === undefined) throw new MediaProblem("insecure-origin");
  try {
    return { stream: await request(devices, wishes), reason: null };
  } catch (error) {
    const reason = mediaReason(error);
    if (reason === "no-devices") return acquireWhatThereIs(devices, wishes);
    if (reason === "permission-refused") throw new MediaProblem(reason, await notRefused(wishes));
    throw new MediaProblem(reason, await working(devices, wishes));
  }
}

/**
 * @param {MediaStream} stream
 */
export function releaseLocalMedia(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * @param {MediaDevices} devices
 * @param {readonly Device[]} wishes
 */
function request(devices, wishes) {
  return devices.getUserMedia({
    audio: wishes.includes("microphone") ? CONSTRAINTS.microphone : false,
    video: wishes.includes("camera") ? CONSTRAINTS.camera : false,
  });
}

/**
 * getUserMedia with two kinds fails as a whole if one is missing, and does not say which.
 * @param {MediaDevices} devices
 * @param {readonly Device[]} wishes
 * @returns {Promise<LocalMedia>}
 */
async function acquireWhatThereIs(devices, wishes) {
  const missing = wishes.length > 1 ? "no-devices" : wishes[0] === "camera" ? "camera-missing" : "microphone-missing";
  if (wishes.length === 1) return { stream: new MediaStream(), reason: missing };
  for (const device of /** @type {Device[]} */ (["microphone", "camera"])) {
    try {
      const stream = await request(devices, [device]);
      return { stream, reason: device === "camera" ? "microphone-missing" : "camera-missing" };
    } catch (error) {
      const reason = mediaReason(error);
      if (reason !== "no-devices") throw new MediaProblem(reason);
    }
  }
  return { stream: new MediaStream(), reason: missing };
}

/**
 * Which of two devices the person did not refuse, where the browser says so.
 * @param {readonly Device[]} wishes
 * @returns {Promise<Device[]>}
 */
async function notRefused(wishes) {
  if (wishes.length < 2) return [];
  const states = await Promise.all(wishes.map(permissionState));
  const left = wishes.filter((_, index) => states[index] !== "denied");
  return left.length < wishes.length ? left : [];
}

/**
 * @param {Device} device
 * @returns {Promise<PermissionState | "unknown">}
 */
async function permissionState(device) {
  try {
    const status = await navigator.permissions.query({ name: /** @type {PermissionName} */ (device) });
    return status.state;
  } catch {
    // Not every browser knows these names.
    return "unknown";
  }
}

/**
 * Which of two devices works alone: the person gave permission for both, so trying does not ask again.
 * @param {MediaDevices} devices
 * @param {readonly Device[]} wishes
 * @returns {Promise<Device[]>}
 */
async function working(devices, wishes) {
  if (wishes.length < 2) return [];
  /** @type {Device[]} */
  const found = [];
  for (const device of wishes) {
    try {
      releaseLocalMedia(await request(devices, [device]));
      found.push(device);
    } catch {
      // Then it is this one that is busy.
    }
  }
  return found;
}
