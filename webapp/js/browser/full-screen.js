import { attemptNow, attempt, IN_A_WHILE } from "./attempt.js";

/**
 * Shows the page on the full screen, or no longer.
 * @returns {Promise<boolean>} Whether the browser has done it.
 */
export function toggleFullScreen() {
  const toggle = async () => {
    if ((document.fullscreenElement ?? null) !== null) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
    return true;
  };
  return attempt(toggle, false, { time: IN_A_WHILE });
}

/** Whether this page can fill the screen. A frame may not. */
export function canFillScreen() {
  return attemptNow(() => document.fullscreenEnabled, false);
}
