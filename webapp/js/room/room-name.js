/** Crockford's Base32: no letter looks like a digit, so people can read a name aloud. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 16 characters of 5 bits: 80 bits, too many to guess. */
const SUGGESTED_CHARACTERS = 16;
const GROUP = 4;
/** Characters, in code points. */
const MAX_LENGTH = 64;

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
 * Whether the server accepts a name. A hint while a person types: the server decides.
 * @param {string} name
 * @returns {boolean}
 */
export function isRoomName(name) {
  const normalised = name.normalize("NFC").toLowerCase().normalize("NFC");
  return /^(?:\p{L}\p{M}*|[\p{Nd}_-])+$/u.test(normalised) && Array.from(normalised).length <= MAX_LENGTH;
}

/**
 * The room name in the address of a page: its last segment, sent to the server as it was written.
 * @param {string} pathname
 * @returns {string} Empty for a directory.
 */
export function roomNameFromPath(pathname) {
  const segment = pathname.slice(pathname.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    // A lone percent sign is in no room name: the server answers with an error.
    return segment;
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
