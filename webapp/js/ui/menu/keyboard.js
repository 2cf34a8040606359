/** @typedef {import("../../browser/keyboard.js").Layout} Layout */

const QUESTION_MARKS = ["?", "؟"];
/** Scripts other than Latin. Between the two ranges are punctuation and symbols, which Latin layouts have as well. */
const OTHER_SCRIPTS = /[\u0250-\u1fff\u2c00-\u{10ffff}]/u;

/**
 * What a key stands for, so that each shortcut can be pressed on every layout: what is written on it. Keys of another
 * script than Latin stand for what an English keyboard has at their place, as most of these keyboards have it, too.
 * @param {Pick<KeyboardEvent, "key" | "code" | "shiftKey">} event
 * @returns {string} A letter from a to z, "?", or what is no shortcut anywhere.
 */
export function signOf({ key, code, shiftKey }) {
  // The letters of Japanese input methods may be full-width.
  const plain = key.normalize("NFKC").toLowerCase();
  if (QUESTION_MARKS.includes(plain)) return "?";
  if (!isOfOtherScript(plain)) return plain;
  if (code === "Slash" && shiftKey) return "?";
  return letterAt(code) ?? plain;
}

/**
 * @param {string} sign As of {@link signOf}.
 * @param {Layout | null} layout
 * @param {(label: string) => string} withShift Says that a key is pressed together with Shift.
 * @returns {string} How the key is labelled; as on an English keyboard, if the layout is not known.
 */
export function labelOf(sign, layout, withShift) {
  const code = sign === "?" ? "Slash" : `Key${sign.toUpperCase()}`;
  const label = layout?.get(code)?.toUpperCase() ?? "";
  const isHere = sign !== "?" && [...(layout?.values() ?? [])].includes(sign);
  if (isHere || !isOfOtherScript(label)) return sign.toUpperCase();
  return sign === "?" ? withShift(label) : label;
}

/** @param {string} text */
function isOfOtherScript(text) {
  return OTHER_SCRIPTS.test(text) && !/\p{Script=Latin}/u.test(text);
}

/** @param {string} code */
function letterAt(code) {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
}
