import { charactersOf, MAX_PERSON_NAME } from "../text/characters.js";

/** Code points of a name in all. */
const MAX_CODE_POINTS = 200;

/**
 * Control characters other than blanks, those that change the direction of the text that follows the name, and the
 * Braille pattern without a dot.
 */
const UNSHOWN = /(?![\t-\r])[\p{Cc}\u061c\u2800\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** More marks on one letter than any script has cover the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** Something to see: not only blanks, joiners, fillers and marks. The two signs are blank, too. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point}|[\u{1d159}\u{13441}\u{13442}])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Small letters and digits that look like a Latin letter, or do so as capitals (Unicode Technical Standard 39, confusables). */
const LOOKALIKES = new Map([
  ...pairs("авԁеһіјкӏмнорԛѕтухүԝьѵ", "abdehljklmhopqstyxywbv"),
  ...pairs("αβεζηικμνορτυχγ01iı", "abezhlkmnoptyxyolll"),
]);

/**
 * Makes a participant's name safe to show.
 * @param {string} written As a person or another client wrote it.
 * @returns {string} NFC, at most 40 characters, without control characters and surrounding spaces; empty if there is
 *   nothing to see in it.
 */
export function cleanName(written) {
  // Each step leaves nothing to the ones before it, so a clean name stays as it is when it is cleaned again.
  const clean = shorten(
    written
      .slice(0, 16 * MAX_CODE_POINTS)
      .replace(UNSHOWN, "")
      .normalize("NFC")
      .replace(PILED_MARKS, "$1")
      .replace(/\s+/gu, " ")
      .trim(),
  );
  return VISIBLE.test(clean) ? clean : "";
}

/**
 * Tells two participants apart who have the same name.
 * @param {string} name Of the peer.
 * @param {string} ownName
 * @returns {string} The peer's name, with a number if it looks like the own one.
 */
export function distinctName(name, ownName) {
  return name !== "" && lookOf(name) === lookOf(ownName) ? `${name} (2)` : name;
}

/**
 * @param {string} name
 * @returns {string} Equal for names that look alike: without case, width, blanks, and which alphabet a letter is of.
 */
function lookOf(name) {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/./gu, (letter) => LOOKALIKES.get(letter) ?? letter)
    .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, "");
}

/**
 * @param {string} letters
 * @param {string} latin As many.
 * @returns {[string, string][]}
 */
function pairs(letters, latin) {
  return Array.from(letters, (letter, index) => [letter, latin[index] ?? letter]);
}

/** @param {string} name */
function shorten(name) {
  const characters = charactersOf(name).slice(0, MAX_PERSON_NAME);
  let codePoints = 0;
  const fitting = characters.filter((character) => (codePoints += Array.from(character).length) <= MAX_CODE_POINTS);
  return fitting.join("").trim();
}
