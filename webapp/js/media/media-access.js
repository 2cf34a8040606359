import { mediaDevices, openDevices, permissionState } from "../browser/media-devices.js";
import { mediaReason, MediaProblem, missingReason } from "./media-problem.js";

/** @typedef {import("./media-problem.js").Device} Device */
/** @typedef {import("./media-problem.js").MediaReason} MediaReason */

/**
 * @typedef {object} AcquiredMedia
 * @property {MediaStream} stream Without tracks if there is no device.
 * @property {MediaReason | null} reason Why a requested track is missing.
 */

/** @typedef {"voice" | "music"} Sound What a microphone is for: noise suppression treats music as noise. */

/** Ideal values only, so that any camera is accepted. */
const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 } };
/** @type {Record<Sound, MediaTrackConstraints>} */
const MICROPHONE = {
  voice: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  music: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
};

/** @typedef {Partial<Record<Device, string>>} ChosenIds The ids of the preferred devices. */
/**
 * One device, a side of a phone, or any.
 * @typedef {{ id?: string, facing?: "user" | "environment" }} DeviceWish
 */

/**
 * Opens camera and microphone. A device that does not exist is left out; anything else is for the user to solve.
 * @param {readonly Device[]} requested
 * @param {MediaDevices | undefined} [devices] Undefined on an insecure origin.
 * @param {ChosenIds} [chosen]
 * @param {Sound} [sound]
 * @returns {Promise<AcquiredMedia>}
 * @throws {MediaProblem} If permission is refused, a device is busy, or the origin is insecure.
 */
export async function acquireLocalMedia(requested, devices = mediaDevices(), chosen = {}, sound = "voice") {
  if (requested.length === 0) return { stream: new MediaStream(), reason: null };
  if (devices === undefined) throw new MediaProblem("insecure-origin");
  try {
    return { stream: hinted(await request(devices, requested, chosen, sound), sound), reason: null };
  } catch (error) {
    const reason = mediaReason(error);
    if (reason === "no-devices") return acquireExisting(devices, requested, chosen, sound);
    if (reason === "permission-refused") throw new MediaProblem(reason, await notDenied(requested));
    throw new MediaProblem(reason, await findWorking(devices, requested));
  }
}

/**
 * Opens one device.
 * @param {Device} device
 * @param {DeviceWish} wish
 * @param {Sound} [sound]
 * @returns {Promise<MediaStreamTrack>}
 * @throws {MediaProblem} If it cannot be opened.
 */
export async function openDevice(device, wish, sound = "voice") {
  const devices = mediaDevices();
  if (devices === undefined) throw new MediaProblem("insecure-origin");
  const { id, facing } = wish;
  const constraints = {
    ...baseConstraints(device, sound),
    ...(id === undefined && facing === undefined && device === "camera" ? { facingMode: "user" } : {}),
    ...(id === undefined ? {} : { deviceId: { exact: id } }),
    ...(facing === undefined ? {} : { facingMode: { exact: facing } }),
  };
  try {
    const stream = await openDevices(devices, device === "camera" ? { video: constraints } : { audio: constraints });
    const [track] = hinted(stream, sound).getTracks();
    if (track === undefined) throw new MediaProblem("media-failed");
    return track;
  } catch (error) {
    throw error instanceof MediaProblem ? error : new MediaProblem(mediaReason(error));
  }
}

/**
 * @param {Device} device
 * @returns {Promise<boolean>} Whether it opens without a question to the person, as far as the browser tells.
 */
export async function mayOpenUnasked(device) {
  return (await permissionState(device)) === "granted";
}

/**
 * @param {MediaStream} stream
 */
export function releaseLocalMedia(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * @param {MediaDevices} devices
 * @param {readonly Device[]} requested
 * @param {ChosenIds} [chosen]
 * @param {Sound} [sound]
 */
function request(devices, requested, chosen = {}, sound = "voice") {
  const constraints = {
    audio: requested.includes("microphone") ? constraintsOf("microphone", chosen, sound) : false,
    video: requested.includes("camera") ? constraintsOf("camera", chosen, sound) : false,
  };
  // The page says that it waits, and can go on without.
  return openDevices(devices, constraints, Infinity);
}

/**
 * @param {Device} device
 * @param {ChosenIds} chosen
 * @param {Sound} sound
 * @returns {MediaTrackConstraints}
 */
function constraintsOf(device, chosen, sound) {
  const id = chosen[device];
  const base = baseConstraints(device, sound);
  if (id !== undefined) return { ...base, deviceId: { ideal: id } };
  return device === "camera" ? { ...base, facingMode: "user" } : base;
}

/**
 * The constraints for any device of a kind, on whichever side of a phone.
 * @param {Device} device
 * @param {Sound} sound
 * @returns {MediaTrackConstraints}
 */
function baseConstraints(device, sound) {
  return device === "camera" ? CAMERA : MICROPHONE[sound];
}

/**
 * @param {MediaStream} stream
 * @param {Sound} sound A hint for the encoder (W3C mst-content-hint).
 */
function hinted(stream, sound) {
  for (const track of stream.getAudioTracks()) track.contentHint = sound === "music" ? "music" : "";
  return stream;
}

/**
 * Opens the devices one by one: getUserMedia for two kinds fails if one is missing, and does not say which.
 * @param {MediaDevices} devices
 * @param {readonly Device[]} requested
 * @param {ChosenIds} chosen
 * @param {Sound} sound
 * @returns {Promise<AcquiredMedia>}
 */
async function acquireExisting(devices, requested, chosen, sound) {
  const missing = missingReason(requested);
  if (requested.length === 1) return { stream: new MediaStream(), reason: missing };
  for (const device of /** @type {Device[]} */ (["microphone", "camera"])) {
    try {
      const stream = hinted(await request(devices, [device], chosen, sound), sound);
      return { stream, reason: device === "camera" ? "microphone-missing" : "camera-missing" };
    } catch (error) {
      const reason = mediaReason(error);
      if (reason !== "no-devices") throw new MediaProblem(reason);
    }
  }
  return { stream: new MediaStream(), reason: missing };
}

/**
 * Finds which of two devices the user has not refused, where the browser tells.
 * @param {readonly Device[]} requested
 * @returns {Promise<Device[]>}
 */
async function notDenied(requested) {
  if (requested.length < 2) return [];
  const states = await Promise.all(requested.map(permissionState));
  const allowed = requested.filter((_, index) => states[index] !== "denied");
  return allowed.length < requested.length ? allowed : [];
}

/**
 * Finds which of two devices works alone. The user has granted permission for both, so the browser does not ask again.
 * @param {MediaDevices} devices
 * @param {readonly Device[]} requested
 * @returns {Promise<Device[]>}
 */
async function findWorking(devices, requested) {
  if (requested.length < 2) return [];
  /** @type {Device[]} */
  const found = [];
  for (const device of requested) {
    try {
      releaseLocalMedia(await request(devices, [device]));
      found.push(device);
    } catch {
      // This is the busy one.
    }
  }
  return found;
}
