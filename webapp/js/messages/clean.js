import { MAX_LINE_LENGTH, MAX_NAME_LENGTH } from "./limits.js";

/** Characters that change the direction of writing: a name with them can look like another name. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters except tab and line feed. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g; // eslint-disable-line no-control-regex
/** What an operating system takes for a path, a pattern or a stream in a name. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u2028\u2029]/g; // eslint-disable-line no-control-regex
/** Names of devices on Windows, with any extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Pictures that a browser shows without running scripts, which SVG has, and whose header says how large they are once
 * decoded. That of an AVIF need not be true.
 */
const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/**
 * Removes the control characters from a line of chat.
 * @param {string} text
 * @returns {string} At most {@link MAX_LINE_LENGTH} characters; empty if nothing is left.
 */
export function cleanText(text) {
  const unified = text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").trim();
  return unified.slice(0, MAX_LINE_LENGTH);
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
    .replace(FORBIDDEN, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (plain === "") return "file";
  const safe = DEVICES.test(plain) ? `_${plain}` : plain;
  const characters = Array.from(safe);
  if (safe.length <= MAX_NAME_LENGTH) return safe;
  const dot = characters.lastIndexOf(".");
  const extension = dot > 0 && characters.length - dot <= 16 ? characters.slice(dot) : [];
  // Half of the limit, since a character may be two UTF-16 code units long.
  return [...characters.slice(0, MAX_NAME_LENGTH / 2 - extension.length), ...extension].join("");
}

/**
 * @param {string} media A media type.
 * @returns {boolean} Whether it is a picture that the page can show.
 */
export function isPicture(media) {
  return PICTURES.includes(media);
}
