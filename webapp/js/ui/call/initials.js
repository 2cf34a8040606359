import { charactersOf } from "../../text/characters.js";

/**
 * The initials of a name: the first letters of its first and last word.
 * @param {string} name
 * @returns {string} One or two grapheme clusters; empty for a name without letters and digits.
 */
export function initialsOf(name) {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = "") => firstLetter(word).toLocaleUpperCase()).join("");
}

/** @param {string} word */
function firstLetter(word) {
  return charactersOf(word).find((character) => /[\p{L}\p{N}]/u.test(character)) ?? "";
}
