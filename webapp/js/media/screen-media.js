/**
 * What is not in the type yet (W3C screen-capture, mediacapture-extensions); browsers that do not know a member ignore it.
 * - `restrictOwnAudio`: the sound of the call itself is left out, so the other person does not hear an echo.
 * - `selfBrowserSurface`: the call's own tab would show itself in itself.
 */
const OPTIONS = {
  video: { frameRate: { ideal: 30 } },
  audio: { restrictOwnAudio: true, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
  systemAudio: "include",
};

/**
 * Asks the person for a screen, window or tab, with its sound where the browser offers that.
 * @returns {Promise<MediaStream | null>} Null if the person chose none, or the browser does not allow it.
 */
export async function captureScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia(/** @type {DisplayMediaStreamOptions} */ (OPTIONS));
    // Letters are to stay sharp where frames would have to go (W3C mst-content-hint).
    for (const track of stream.getVideoTracks()) track.contentHint = "detail";
    return stream;
  } catch {
    return null;
  }
}
