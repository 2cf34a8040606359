/**
 * Why there is no (or not all of the) local media. Stable codes: the page has a sentence for each.
 * @typedef {"permission-refused" | "camera-missing" | "microphone-missing" | "no-devices" | "device-busy"
 *   | "media-failed" | "insecure-origin"} MediaReason
 */

/** @typedef {"camera" | "microphone"} Device */

/**
 * What getUserMedia's exceptions mean (W3C mediacapture-main, getUserMedia() algorithm).
 * @type {Record<string, MediaReason>}
 */
const REASONS = {
  NotAllowedError: "permission-refused",
  // Browsers of before 2018, and a document that may not use devices at all.
  PermissionDeniedError: "permission-refused",
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
 * @returns {MediaReason} "no-devices" here means: none of the kinds that were asked for.
 */
export function mediaReason(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return (Object.hasOwn(REASONS, name) ? REASONS[name] : undefined) ?? "media-failed";
}

/** Local media that cannot be had without the person doing or deciding something. */
export class MediaProblem extends Error {
  /**
   * @param {MediaReason} reason
   * @param {Device[]} [usable] Devices that would work without the others.
   */
  constructor(reason, usable = []) {
    super(reason);
    this.name = "MediaProblem";
    this.reason = reason;
    this.usable = usable;
  }
}

/**
 * @param {unknown} error Whatever kept the devices away.
 * @returns {MediaProblem}
 */
export function mediaProblem(error) {
  return error instanceof MediaProblem ? error : new MediaProblem("media-failed");
}
