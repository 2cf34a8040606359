import { attempt, attemptNow } from "./attempt.js";

/** @typedef {{ width: number, height: number }} Size In pixels. */
/** @typedef {{ requestWindow: (size: Size) => Promise<Window> }} FloatingWindows Not in TypeScript's types. */

/** Whether the video can float, in a window of the page or by itself. */
export function canFloat() {
  return attemptNow(() => "documentPictureInPicture" in globalThis || document.pictureInPictureEnabled, false);
}

/**
 * Opens a floating window that the page fills itself (WICG document-picture-in-picture).
 * @param {Size} size
 * @returns {Promise<Window | null>} Null if the browser refuses it. A page in a frame gets none.
 */
export async function floatWindow(size) {
  if (globalThis.top !== globalThis.self) return null;
  const { documentPictureInPicture: windows } = /** @type {{ documentPictureInPicture?: FloatingWindows }} */ (
    globalThis
  );
  if (windows === undefined) return null;
  return attempt(() => windows.requestWindow(size), null, { tooLate: (late) => late.close() });
}

/**
 * Lets a video float by itself (W3C picture-in-picture).
 * @param {HTMLVideoElement} video
 * @returns {Promise<boolean>} Whether it floats.
 */
export function floatVideo(video) {
  return attempt(
    async () => {
      await video.requestPictureInPicture();
      return true;
    },
    false,
    { tooLate: () => void landVideo() },
  );
}

/** Whether a video of this page floats. */
export function isVideoFloating() {
  return attemptNow(() => document.pictureInPictureElement, null) !== null;
}

/** @returns {Promise<boolean>} Whether the floating video is back in its page. */
export function landVideo() {
  return attempt(async () => {
    await document.exitPictureInPicture();
    return true;
  }, false);
}
