const DASH = /[\p{Pd}\u2212]/gu;
const DIGIT = /(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /\p{Nd}/u;
/** What nobody sees, without the two joiners, and the Arabic stroke that only widens a word. */
const UNSEEN = /(?![\u200C\u200D])[\p{Default_Ignorable_Code_Point}\uFFF0-\uFFF8\u0640]/gu;
const JOINERS = /([\u200C\u200D])[\u200C\u200D]+/gu;
/** Signs of Indic scripts, after which a joiner chooses the form of the letters. */
const VIRAMA = "[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u1039]";
/** Arabic letters that no letter is joined to (Joining_Type Right_Joining and Non_Joining of the basic block). */
const UNJOINED =
  "[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF" +
  "\u06D2-\u06D5\u06EE\u06EF]";
/** A joiner that can be seen (as in RFC 5892, appendix A.1 and A.2); any other one is not captured. */
const JOINER = new RegExp(
  `((?<=${VIRAMA})\u200D|(?<=${VIRAMA})\u200C(?=\\p{L})` +
    `|(?<=(?!${UNJOINED})\\p{Script=Arabic}\\p{M}{0,4})\u200C(?=\\p{Script=Arabic}))|[\u200C\u200D]`,
  "gu",
);

/**
 * The one spelling of all texts that a person reads as the same: compatibility forms (NFKC, UAX #15), capitals, dashes
 * and digits of every script become one, and what nobody sees is left out. `config/RoomNameText.java` does the same.
 * @param {string} text
 * @returns {string} It is the spelling of itself.
 */
export function spell(text) {
  // Folding and leaving out make a few letters that compose or fold again.
  return step(step(step(text)));
}

/** @param {string} text */
function step(text) {
  return fold(text)
    .replace(UNSEEN, "")
    .replace(DASH, "-")
    .replace(DIGIT, digitOf)
    .replace(JOINERS, "$1")
    .replace(JOINER, "$1")
    .normalize("NFKC");
}

/**
 * Converts to upper case and back, because there is no full case folding. Lower case alone would not make ss of ß. A
 * dotted capital I becomes the i of everybody.
 * @param {string} text
 */
function fold(text) {
  const lower = text.normalize("NFKC").toUpperCase().toLowerCase();
  return lower.replaceAll("ς", "σ").replaceAll("i\u0307", "i").normalize("NFKC");
}

/** @param {string} digit A decimal digit. The digits of a script follow each other, zero first. */
function digitOf(digit) {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (IS_DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}
