/**
 * What stands for a person without a picture: the first letters of the first and the last word of the name.
 * @param {string} name
 * @returns {string} One or two characters as people count them; empty for a name without letters.
 */
export function initialsOf(name) {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = "") => firstLetter(word).toLocaleUpperCase()).join("");
}

/** @param {string} word */
function firstLetter(word) {
  const segments =
    Intl.Segmenter === undefined
      ? Array.from(word)
      : [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
  return segments.find((segment) => /[\p{L}\p{N}]/u.test(segment)) ?? "";
}
