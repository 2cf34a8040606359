import { mediaReason, MediaProblem } from "./media-problem.js";

/** @typedef {import("./media-problem.js").Device} Device */
/** @typedef {import("./media-problem.js").MediaReason} MediaReason */

/**
 * @typedef {object} LocalMedia
 * @property {MediaStream} stream What there is: without tracks if there is nothing.
 * @property {MediaReason | null} reason Why less than wished for is in it.
 */

/** @typedef {"voice" | "music"} Sound What a microphone is for: what helps a voice takes music for noise. */

/** Ideal values only: a camera that cannot do this is better than none. */
const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 } };
/** @type {Record<Sound, MediaTrackConstraints>} */
const MICROPHONE = {
  voice: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  music: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
};

/** @typedef {Partial<Record<Device, string>>} ChosenIds The ids of the devices to take, if they are there. */
/** @typedef {{ id: string } | { facing: "user" | "environment" }} DeviceWish One device, or a side of a telephone. */

/**
 * Asks for camera and microphone. A missing device is left out by itself; everything else is for the person to decide.
 * @param {readonly Device[]} wishes
 * @param {MediaDevices | undefined} [devices] The browser's, which are missing on an insecure origin.
 * @param {ChosenIds} [chosen]
 * @param {Sound} [sound]
 * @returns {Promise<LocalMedia>}
 * @throws {MediaProblem} Refused, busy, insecure origin: the call cannot go on by itself.
 */
export async function acquireLocalMedia(wishes, devices = navigator.mediaDevices, chosen = {}, sound = "voice") {
  if (wishes.length === 0) return { stream: new MediaStream(), reason: null };
  if (devices === undefined) throw new MediaProblem("insecure-origin");
  try {
    return { stream: hinted(await request(devices, wishes, chosen, sound), sound), reason: null };
  } catch (error) {
    const reason = mediaReason(error);
    if (reason === "no-devices") return acquireWhatThereIs(devices, wishes, chosen, sound);
    if (reason === "permission-refused") throw new MediaProblem(reason, await notRefused(wishes));
    throw new MediaProblem(reason, await working(devices, wishes));
  }
}

/**
 * Opens one certain device.
 * @param {Device} device
 * @param {DeviceWish} wish
 * @param {Sound} [sound]
 * @param {MediaDevices | undefined} [devices]
 * @returns {Promise<MediaStreamTrack>}
 * @throws {MediaProblem} That one cannot be had.
 */
export async function openDevice(device, wish, sound = "voice", devices = navigator.mediaDevices) {
  if (devices === undefined) throw new MediaProblem("insecure-origin");
  const which = "id" in wish ? { deviceId: { exact: wish.id } } : { facingMode: { exact: wish.facing } };
  const constraints = { ...withoutSide(device, sound), ...which };
  try {
    const stream = await devices.getUserMedia(device === "camera" ? { video: constraints } : { audio: constraints });
    const [track] = hinted(stream, sound).getTracks();
    if (track === undefined) throw new MediaProblem("media-failed");
    return track;
  } catch (error) {
    throw error instanceof MediaProblem ? error : new MediaProblem(mediaReason(error));
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
 * @param {ChosenIds} [chosen]
 * @param {Sound} [sound]
 */
function request(devices, wishes, chosen = {}, sound = "voice") {
  return devices.getUserMedia({
    audio: wishes.includes("microphone") ? constraintsOf("microphone", chosen, sound) : false,
    video: wishes.includes("camera") ? constraintsOf("camera", chosen, sound) : false,
  });
}

/**
 * @param {Device} device
 * @param {ChosenIds} chosen
 * @param {Sound} sound
 * @returns {MediaTrackConstraints}
 */
function constraintsOf(device, chosen, sound) {
  const id = chosen[device];
  const any = withoutSide(device, sound);
  if (id !== undefined) return { ...any, deviceId: { ideal: id } };
  return device === "camera" ? { ...any, facingMode: "user" } : any;
}

/**
 * What is wished for of a certain device, whichever side of a telephone it is on.
 * @param {Device} device
 * @param {Sound} sound
 * @returns {MediaTrackConstraints}
 */
function withoutSide(device, sound) {
  return device === "camera" ? CAMERA : MICROPHONE[sound];
}

/**
 * @param {MediaStream} stream
 * @param {Sound} sound Told to the encoder as well (W3C mst-content-hint).
 */
function hinted(stream, sound) {
  for (const track of stream.getAudioTracks()) track.contentHint = sound === "music" ? "music" : "";
  return stream;
}

/**
 * getUserMedia with two kinds fails as a whole if one is missing, and does not say which.
 * @param {MediaDevices} devices
 * @param {readonly Device[]} wishes
 * @param {ChosenIds} chosen
 * @param {Sound} sound
 * @returns {Promise<LocalMedia>}
 */
async function acquireWhatThereIs(devices, wishes, chosen, sound) {
  const missing = wishes.length > 1 ? "no-devices" : wishes[0] === "camera" ? "camera-missing" : "microphone-missing";
  if (wishes.length === 1) return { stream: new MediaStream(), reason: missing };
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
