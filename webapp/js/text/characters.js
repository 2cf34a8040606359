import { segmenter } from "../browser/segmenter.js";

/** Characters of a person's name. */
export const MAX_PERSON_NAME = 40;

/**
 * @param {string} text
 * @returns {string[]} Its characters as people count them: grapheme clusters of Unicode Standard Annex 29.
 */
export function charactersOf(text) {
  // Without it a family of emoji counts as several.
  const found = segmenter("grapheme");
  return found === null ? Array.from(text) : Array.from(found.segment(text), ({ segment }) => segment);
}

/**
 * Finds where a text can be cut.
 * @param {string} text
 * @param {number} max UTF-16 code units, at least 2.
 * @param {"grapheme" | "word"} [between] What is not cut, unless one alone is longer.
 * @returns {number} The length of the longest beginning that has at most `max` code units.
 */
export function cutAt(text, max, between = "grapheme") {
  if (text.length <= max) return text.length;
  // What follows can belong to the last character. The whole text may be very long.
  const near = text.slice(0, 2 * max);
  const start = segmenter(between)?.segment(near).containing(max)?.index ?? 0;
  if (start > 0) return start;
  // Not between the two halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
}
