import { LONGEST_LINE, LONGEST_NAME } from "./limits.js";

/** Marks that turn the direction of what follows, with which a name can look like another one. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters, but for the tab and the end of a line. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g; // eslint-disable-line no-control-regex
/** What systems take for a path, a pattern or a stream in a name. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u2028\u2029]/g; // eslint-disable-line no-control-regex
/** Names that stand for devices on Windows, whatever extension follows. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Pictures that browsers show without running anything: no SVG. */
const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/**
 * A line of chat without characters that nobody types.
 * @param {string} text
 * @returns {string} At most {@link LONGEST_LINE} characters; empty if nothing is left.
 */
export function cleanText(text) {
  const unified = text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").trim();
  return unified.slice(0, LONGEST_LINE);
}

/**
 * A file's name that is a name, and nothing but a name, on every system.
 * @param {string} name
 * @returns {string} Never empty; the extension survives shortening.
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
  if (safe.length <= LONGEST_NAME) return safe;
  const dot = characters.lastIndexOf(".");
  const extension = dot > 0 && characters.length - dot <= 16 ? characters.slice(dot) : [];
  // Halved, since a character may be two units long.
  return [...characters.slice(0, LONGEST_NAME / 2 - extension.length), ...extension].join("");
}

/**
 * @param {string} media
 * @returns {boolean} Whether it is the type of a picture that can be shown.
 */
export function isPicture(media) {
  return PICTURES.includes(media);
}
