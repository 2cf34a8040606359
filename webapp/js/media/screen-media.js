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

/**
 * Lets the user choose a screen, window or tab, with its sound where the browser supports it.
 * @returns {Promise<MediaStream | null>} Null if the user chose none, or the browser does not allow it.
 */
export async function captureScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia(/** @type {DisplayMediaStreamOptions} */ (OPTIONS));
    // Prefers sharp text to a high frame rate (W3C mst-content-hint).
    for (const track of stream.getVideoTracks()) track.contentHint = "detail";
    return stream;
  } catch {
    return null;
  }
}
