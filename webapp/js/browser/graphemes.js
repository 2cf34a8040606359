import { attemptNow } from "./attempt.js";

/**
 * @param {string} text
 * @returns {string[]} The characters as people count them (grapheme clusters, Unicode Standard Annex 29). A browser that
 *   does not know them gives code points: a family of emoji may be cut.
 */
export function graphemesOf(text) {
  return attemptNow(() => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment), Array.from(text));
}
