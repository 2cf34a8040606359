import { cutAt } from "../text/characters.js";
import { cleanText, plainText } from "./clean.js";
import { MAX_LINE_LENGTH } from "./limits.js";

/**
 * Makes lines of a text that can be longer than a line may be. It is cut where a person would cut it: at the end of a
 * line, else at a blank, a word or a character.
 * @param {string} text
 * @returns {string[]} In order; together the whole text but the blanks at the cuts. None if there is nothing to see.
 */
export function linesOf(text) {
  const lines = [];
  for (let rest = plainText(text).trim(); rest !== "";) {
    const end = endOfLine(rest);
    lines.push(cleanText(rest.slice(0, end)));
    // The indentation after a cut between two lines stays.
    rest = rest.slice(end).replace(/^(?:[^\S\n]*\n)+|^[^\S\n]+/, "");
  }
  return lines.filter((line) => line !== "");
}

/**
 * @param {string} text
 * @returns {number} Where its first line ends.
 */
function endOfLine(text) {
  if (text.length <= MAX_LINE_LENGTH) return text.length;
  const start = text.slice(0, MAX_LINE_LENGTH + 1);
  // A short line before a long one is not worth a message of its own.
  const isWorth = (/** @type {number} */ end) => end > MAX_LINE_LENGTH / 2;
  const feed = start.lastIndexOf("\n");
  if (isWorth(feed)) return feed;
  const blank = start.search(/\s\S*$/u);
  if (isWorth(blank)) return blank;
  const word = cutAt(text, MAX_LINE_LENGTH, "word");
  return isWorth(word) ? word : cutAt(text, MAX_LINE_LENGTH);
}
