/** Characters, in code points. */
const MAX_NAME_LENGTH = 40;

/** Control characters, and those that change the direction of the text that follows the name. */
const UNSHOWN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Makes a participant's name safe to show.
 * @param {string} written As a person or another client wrote it.
 * @returns {string} NFC, at most 40 code points, without control characters and surrounding spaces.
 */
export function cleanName(written) {
  const clean = written.normalize("NFC").replace(/\s+/gu, " ").replace(UNSHOWN, "").trim();
  return Array.from(clean).slice(0, MAX_NAME_LENGTH).join("").trim();
}
