import { ALIKE, hasLookalikes, isMixed, looksLatin, SMALL, wordsOf } from "./lookalikes.js";
import { MAX_LENGTH, RESERVED, roomNameOf } from "./room-name.js";
import { spell } from "./room-spelling.js";

/**
 * Letters of a script that look like Latin ones: small ones, and those that do so as capitals.
 * @type {readonly { letters: string, latin: string }[]}
 */
const LOOKALIKES = [
  { letters: `${SMALL.cyrillic}вкмнт`, latin: "aeopcyxijshdqwbkmht" },
  { letters: `${SMALL.greek}βεζημτ`, latin: "oaviupkxybezhmt" },
  { letters: SMALL.armenian, latin: "onuhgj" },
];
const toLatin = readingOf(
  LOOKALIKES.map(({ letters }) => letters).join(""),
  LOOKALIKES.map(({ latin }) => latin).join(""),
);
/** Latin first: it can be typed everywhere. */
const READINGS = [
  toLatin,
  ...LOOKALIKES.map(({ letters, latin }) => {
    const fromLatin = readingOf(latin, letters);
    return (/** @type {string} */ word) => fromLatin(toLatin(word));
  }),
];

/**
 * The nearest name that a room can have.
 * @param {string} written What cannot be a room's name.
 * @returns {string} Empty if nothing of it can be read.
 */
export function nearestRoomName(written) {
  const words = spell(written.slice(0, 8 * MAX_LENGTH).replace(/['’]/gu, ""))
    .replace(/[^\u200D\u200C\p{L}\p{M}\p{Nd}_-]+/gu, "-")
    .replace(/(?<![\p{L}\p{M}\u200C\u200D])\p{M}+/gu, "")
    .replace(/^-+|-+$/gu, "");
  const plain = withoutLookalikes(RESERVED.includes(words) ? words.replace("-", "_") : words);
  return roomNameOf(Array.from(plain).slice(0, MAX_LENGTH).join(""));
}

/**
 * The plain name that a name with lookalikes looks like.
 * @param {string} name In its one spelling.
 * @returns {string} The same name if it has no lookalikes.
 */
function withoutLookalikes(name) {
  if (!hasLookalikes(name)) return name;
  return wordsOf(name).map(plainWord).join("").normalize("NFKC");
}

/** @param {string} word */
function plainWord(word) {
  if (looksLatin(word)) return toLatin(word);
  if (!isMixed(word)) return word;
  return READINGS.map((read) => read(word)).find((reading) => !isMixed(reading)) ?? split(toLatin(word));
}

/**
 * Puts a hyphen wherever the script changes: what is left to a word that has no reading in one script.
 * @param {string} word
 */
function split(word) {
  let last = -1;
  return Array.from(word, (character) => {
    const script = ALIKE.findIndex((one) => one.test(character));
    const changes = script >= 0 && last >= 0 && script !== last;
    if (script >= 0) last = script;
    return changes ? `-${character}` : character;
  }).join("");
}

/**
 * @param {string} from
 * @param {string} to As many letters; of two for the same letter the later one counts.
 * @returns {(word: string) => string} Replaces letters.
 */
function readingOf(from, to) {
  const targets = Array.from(to);
  const letters = new Map(Array.from(from, (letter, at) => [letter, targets[at] ?? letter]));
  return (word) => Array.from(word, (letter) => letters.get(letter) ?? letter).join("");
}
