/** Scripts whose letters look alike. Letters of any other one may be mixed. */
export const ALIKE = ["Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic", "Lisu"].map(
  (script) => new RegExp(`(?=\\p{L})\\p{Script=${script}}`, "u"),
);
const LATIN = /(?=\p{L})\p{Script=Latin}/u;
/** Small letters of a script that look like small Latin ones. */
export const SMALL = { cyrillic: "аеорсухіјѕһԁԛԝ", greek: "οανιυρκχγ", armenian: "օոսհցյ" };
const LIKE_LATIN = new RegExp(`^[${SMALL.cyrillic}${SMALL.greek}${SMALL.armenian}]+$`, "u");

/**
 * Whether a name looks like another one, because it mixes scripts whose letters look alike (UTS #39, section 4). A word
 * has letters of one such script. Words of several scripts may stand side by side, unless one of them could be read as
 * a Latin one. `config/Lookalikes.java` does the same.
 * @param {string} name In its one spelling.
 */
export function hasLookalikes(name) {
  const words = wordsOf(name);
  const hasLatin = words.some((word) => LATIN.test(word));
  return words.some((word) => isMixed(word) || (hasLatin && looksLatin(word)));
}

/**
 * Whether a word has letters of more than one of these scripts.
 * @param {string} word
 */
export function isMixed(word) {
  return ALIKE.filter((script) => script.test(word)).length > 1;
}

/**
 * Whether each letter of a word of another script looks like a Latin one.
 * @param {string} word
 */
export function looksLatin(word) {
  return LIKE_LATIN.test(word.replace(/\P{L}/gu, ""));
}

/**
 * @param {string} name
 * @returns {string[]} Words and what separates them, each letter apart from its marks.
 */
export function wordsOf(name) {
  return name.normalize("NFD").split(/([-_]+)/);
}
