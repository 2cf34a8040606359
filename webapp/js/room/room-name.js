import { hasLookalikes } from "./lookalikes.js";
import { spell } from "./room-spelling.js";

/** Crockford's Base32: no letter looks like a digit, so people can read a name aloud. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 16 characters of 5 bits: 80 bits, too many to guess. */
const SUGGESTED_CHARACTERS = 16;
const GROUP = 4;
/** Characters, in code points. */
export const MAX_LENGTH = 64;
/** A mark needs a letter: nobody can read out a mark alone. */
const ALLOWED = /^(?:\p{L}[\p{M}\u200C\u200D]*|[0-9_-])+$/u;
/** Servers do not serve these addresses (Servlet 6.0, section 10.5). */
export const RESERVED = ["web-inf", "meta-inf"];
/** What follows the path of an address, if a program has encoded or escaped that too, and all behind it. */
const LINK_REST = /(?:[?#<>"]|;\w+=|&(?:gt|lt|quot|apos|amp|nbsp|#\w+);?).*/su;
/** The end of a sentence, of a bracket or of a quotation, blanks, and what nobody sees. */
const LINK_MARKS = /(?:(?![\p{Pd}\p{Pc}\u200D])[\p{P}\p{Z}\p{Cc}\p{Cf}<>|`^~\uFFFC])+$/u;

/**
 * A room name that nobody can guess, e.g. `k7qm-2x9t-0hcf-w3ra`.
 * @returns {string} 80 random bits in four groups.
 */
export function suggestRoomName() {
  const random = crypto.getRandomValues(new Uint8Array(SUGGESTED_CHARACTERS));
  // 32 divides 256, so the remainder is distributed as evenly as the byte.
  const characters = Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
  return (characters.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/**
 * The room that a name means, as the server finds it (`config/RoomName.java`): each text that a person reads as the same
 * is the same room.
 * @param {string} written
 * @returns {string} Empty if no room can have this name.
 */
export function roomNameOf(written) {
  // Normalising is expensive, and no text of a name is that long.
  if (written.length > 8 * MAX_LENGTH) return "";
  const name = spell(written);
  const allowed = ALLOWED.test(name) && Array.from(name).length <= MAX_LENGTH && !RESERVED.includes(name);
  return allowed && !hasLookalikes(name) ? name : "";
}

/**
 * The room name in the address of a page: its last segment, sent to the server as it was written. Other programs encode
 * a link twice, and take marks that follow it for a part of it.
 * @param {string} pathname
 * @returns {string} Empty for a directory.
 */
export function roomNameFromPath(pathname) {
  const written = decode(pathname.slice(pathname.lastIndexOf("/") + 1));
  if (roomNameOf(written) !== "") return written;
  const name = decode(written).replace(LINK_REST, "").replace(LINK_MARKS, "");
  return roomNameOf(name) || written;
}

/**
 * The room name that a person has typed or pasted.
 * @param {string} text A name, or a link to a room.
 * @returns {string} The name, as it was written.
 */
export function roomNameIn(text) {
  const [, path] = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(text) ?? [];
  return path === undefined ? text : roomNameFromPath(path.replace(/\/+$/, ""));
}

/**
 * Whether no room has this name because it could be taken for another one.
 * @param {string} written
 */
export function looksLikeAnother(written) {
  return hasLookalikes(spell(written.slice(0, 8 * MAX_LENGTH)));
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is in no room name: the server answers with an error.
    return text;
  }
}

/**
 * The address of a room.
 * @param {string} roomName
 * @param {string | URL} page The address of any page of the client.
 * @returns {URL}
 */
export function roomAddress(roomName, page) {
  return new URL(encodeURIComponent(roomName), new URL(".", page));
}
