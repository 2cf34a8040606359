import { attemptNow } from "./attempt.js";

/**
 * @param {"grapheme" | "word"} granularity
 * @returns {Intl.Segmenter | null} Finds where characters and words end (Unicode Standard Annex 29). Null where the
 *   browser cannot.
 */
export function segmenter(granularity) {
  return attemptNow(() => new Intl.Segmenter(undefined, { granularity }), null);
}
