import { attempt, attemptNow } from "./attempt.js";

let isSheetOpen = false;

/** Whether the system has a share sheet (W3C web-share). */
export function canShare() {
  return attemptNow(() => typeof navigator.share === "function", false);
}

/**
 * Opens the system's share sheet, for as long as the person wants.
 * @param {ShareData} data
 * @returns {Promise<"shared" | "closed" | "refused">} `closed`: by the person, who has shared nothing. `refused`: it did
 *   not open, or it is said to be open already, as after a call that is never answered.
 */
export async function share(data) {
  if (isSheetOpen) return "refused";
  isSheetOpen = true;
  try {
    await navigator.share(data);
    return "shared";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "closed" : "refused";
  } finally {
    isSheetOpen = false;
  }
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} Whether it is in the clipboard. Insecure origins have none.
 */
export function copyText(text) {
  return attempt(async () => {
    await navigator.clipboard.writeText(text);
    return true;
  }, false);
}
