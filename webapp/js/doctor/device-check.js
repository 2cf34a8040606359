import { listDevices, mediaDevices, permissionState, tryDevices } from "../browser/media-devices.js";

/** @typedef {import("./checks.js").Outcome} Outcome */

/** @type {Record<string, string>} The reason for each exception of getUserMedia. */
const REASONS = { NotAllowedError: "refused", NotFoundError: "missing", NotReadableError: "busy", AbortError: "busy" };

/**
 * @param {"ask" | "look"} how Whether the browser may ask the person, or only reports earlier permissions.
 * @returns {Promise<{ outcome: Outcome, why: string }>}
 */
export async function checkDevices(how) {
  const devices = mediaDevices();
  if (devices === undefined) return { outcome: "fails", why: "insecure" };
  return how === "ask" ? use(devices) : look(devices);
}

/**
 * @param {MediaDevices} devices
 * @returns {Promise<{ outcome: Outcome, why: string }>}
 */
async function use(devices) {
  const error = await tryDevices(devices);
  if (error === "") return { outcome: "works", why: "" };
  // The person has not answered, or a device does not.
  if (error === "TimeoutError") return { outcome: "untested", why: "untested" };
  return { outcome: "fails", why: REASONS[error] ?? "busy" };
}

/**
 * @param {MediaDevices} devices
 * @returns {Promise<{ outcome: Outcome, why: string }>}
 */
async function look(devices) {
  const kinds = (await listDevices(devices))?.map(({ kind }) => kind);
  if (kinds !== undefined && !kinds.includes("audioinput") && !kinds.includes("videoinput"))
    return { outcome: "fails", why: "missing" };
  const states = await Promise.all([permissionState("camera"), permissionState("microphone")]);
  if (states.includes("denied")) return { outcome: "fails", why: "refused" };
  const areGranted = kinds !== undefined && states.every((state) => state === "granted");
  return areGranted ? { outcome: "works", why: "" } : { outcome: "untested", why: "untested" };
}
