/**
 * Why local media is missing. The page has a text for each of these codes.
 * @typedef {"permission-refused" | "camera-missing" | "microphone-missing" | "no-devices" | "device-busy"
 *   | "media-failed" | "insecure-origin"} MediaReason
 */

/** @typedef {"camera" | "microphone"} Device */

/** Milliseconds after which the person is told: the browser may show a question that nobody sees, or never answer. */
export const PATIENCE_WITH_DEVICES = 10_000;

/**
 * By the name of the exception of getUserMedia (W3C mediacapture-main, getUserMedia() algorithm).
 * @type {Record<string, MediaReason>}
 */
const REASONS = {
  NotAllowedError: "permission-refused",
  // Used before 2018, as are DevicesNotFoundError and TrackStartError.
  PermissionDeniedError: "permission-refused",
  // The document may not use devices at all.
  SecurityError: "permission-refused",
  NotFoundError: "no-devices",
  DevicesNotFoundError: "no-devices",
  OverconstrainedError: "no-devices",
  NotReadableError: "device-busy",
  TrackStartError: "device-busy",
  AbortError: "device-busy",
};

/**
 * @param {unknown} error What getUserMedia rejected with.
 * @returns {MediaReason} "no-devices" means that a requested kind of device is missing.
 */
export function mediaReason(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return (Object.hasOwn(REASONS, name) ? REASONS[name] : undefined) ?? "media-failed";
}

/**
 * @param {readonly Device[]} missing
 * @returns {MediaReason | null} Null if none is.
 */
export function missingReason(missing) {
  if (missing.length > 1) return "no-devices";
  if (missing[0] === undefined) return null;
  return missing[0] === "camera" ? "camera-missing" : "microphone-missing";
}

/** Local media cannot be acquired without an action or a decision of the user. */
export class MediaProblem extends Error {
  /**
   * @param {MediaReason} reason
   * @param {Device[]} [usable] Devices that work without the others.
   */
  constructor(reason, usable = []) {
    super(reason);
    this.name = "MediaProblem";
    this.reason = reason;
    this.usable = usable;
  }
}

/**
 * @param {unknown} error What acquiring the devices has thrown.
 * @returns {MediaProblem}
 */
export function mediaProblem(error) {
  return error instanceof MediaProblem ? error : new MediaProblem("media-failed");
}
