import { openScreen } from "../browser/media-devices.js";

/**
 * The options (W3C screen-capture, mediacapture-extensions). Some are missing in TypeScript's type. Browsers ignore
 * members that they do not support.
 * - `restrictOwnAudio`: leaves out the call's own sound, so that the peer hears no echo.
 * - `selfBrowserSurface`: excludes this tab, which would show itself recursively.
 */
const OPTIONS = {
  video: { frameRate: { ideal: 30 } },
  audio: { restrictOwnAudio: true, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
  systemAudio: "include",
};
/** Milliseconds within which nobody can have closed a dialog: it was never there. */
const NO_DIALOG = 250;

/** A screen cannot be shared, and the person has not chosen that. */
export class ScreenRefusal extends Error {
  /**
   * @param {"sharing-refused" | "sharing-failed"} reason "sharing-refused": by the system, by a policy, or by the page
   *   that contains this one.
   */
  constructor(reason) {
    super(reason);
    this.name = "ScreenRefusal";
    this.reason = reason;
  }
}

/**
 * Lets the person choose a screen, window or tab, with its sound where the browser supports it.
 * @returns {Promise<MediaStream | null>} Null if the person has closed the dialog.
 * @throws {ScreenRefusal} If there was no dialog, or what was chosen cannot be captured.
 */
export async function captureScreen() {
  const askedAt = performance.now();
  try {
    const stream = await openScreen(/** @type {DisplayMediaStreamOptions} */ (OPTIONS));
    // Prefers sharp text to a high frame rate (W3C mst-content-hint).
    for (const track of stream.getVideoTracks()) track.contentHint = "detail";
    return stream;
  } catch (error) {
    const { name, message } = error instanceof Error || error instanceof DOMException ? error : new Error();
    if (name !== "NotAllowedError") throw new ScreenRefusal("sharing-failed");
    // The exception is the same whoever refuses. Chromium names the system.
    if (/system/i.test(message) || performance.now() - askedAt < NO_DIALOG) throw new ScreenRefusal("sharing-refused");
    return null;
  }
}
