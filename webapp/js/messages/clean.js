import { charactersOf, cutAt } from "../text/characters.js";
import { MAX_LINE_LENGTH, MAX_NAME_LENGTH } from "./limits.js";

/** Characters that change the direction of writing: a name with them can look like another name. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters except tab and line feed. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g; // eslint-disable-line no-control-regex
/** What an operating system takes for a path, a pattern or a stream in a name, and halves of characters. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cs}\u2028\u2029]/gu;
/** What nobody sees in a name, but for the joiners that scripts and emoji need. */
const UNSEEN = /(?!\u200c|\u200d|\ufe0e|\ufe0f|[\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu;
/** Blanks of every width: many of them push the extension out of sight. */
const BLANKS = /[\s\u2800]+/gu;
/** Names of devices on Windows, with any extension. */
const DEVICES = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(?:\.|$)/i;

/**
 * Pictures that a browser shows without running scripts, which SVG has, and whose header says how large they are once
 * decoded. That of an AVIF need not be true.
 */
const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/**
 * @param {string} text
 * @returns {string} Without control characters.
 */
export function plainText(text) {
  return text.replace(/\r\n?/g, "\n").replace(CONTROLS, "");
}

/**
 * Makes a line of chat of a text: without control characters, and without blank lines and blanks around it. The
 * indentation of its first line stays, as the line can be the continuation of another one.
 * @param {string} text
 * @returns {string} At most {@link MAX_LINE_LENGTH} UTF-16 code units, and not cut within a character; empty if nothing
 *   is left.
 */
export function cleanText(text) {
  const plain = plainText(text).replace(/^(?:[^\S\n]*\n)+/, "");
  return plain.slice(0, cutAt(plain, MAX_LINE_LENGTH)).trimEnd();
}

/**
 * Makes a file name that is safe on every operating system.
 * @param {string} name
 * @returns {string} Never empty. A shortened name keeps its extension.
 */
export function cleanName(name) {
  const plain = name
    .normalize("NFC")
    .replace(DIRECTION, "")
    .replace(UNSEEN, "")
    .replace(FORBIDDEN, "_")
    .replace(BLANKS, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (plain === "") return "file";
  const safe = DEVICES.test(plain) ? `_${plain}` : plain;
  if (safe.length <= MAX_NAME_LENGTH) return safe;
  const dot = safe.lastIndexOf(".");
  const extension = dot > 0 && safe.length - dot <= 16 ? safe.slice(dot) : "";
  // Half of the limit, since a code point may be two UTF-16 code units long.
  let left = MAX_NAME_LENGTH / 2 - extension.length;
  const stem = charactersOf(safe.slice(0, MAX_NAME_LENGTH)).filter(
    (character) => (left -= Array.from(character).length) >= 0,
  );
  // One letter with a hundred marks is no character that fits.
  return stem.length === 0 ? `file${extension}` : stem.join("") + extension;
}

/**
 * @param {string} media A media type.
 * @returns {boolean} Whether it is a picture that the page can show.
 */
export function isPicture(media) {
  return PICTURES.includes(media);
}
