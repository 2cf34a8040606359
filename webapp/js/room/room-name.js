/** Crockford's base 32: no letter that can be taken for a digit, so a name can be read out on the phone. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 16 characters of 5 bits: 80 bits, which nobody guesses. */
const SUGGESTED_CHARACTERS = 16;
const GROUP = 4;
const LONGEST = 64;

/**
 * A room name that nobody guesses, e.g. `k7qm-2x9t-0hcf-w3ra`.
 * @returns {string} 80 random bits in four groups.
 */
export function suggestRoomName() {
  const random = crypto.getRandomValues(new Uint8Array(SUGGESTED_CHARACTERS));
  // 32 divides 256, so the remainder is as evenly spread as the byte.
  const characters = Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
  return (characters.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/**
 * Whether the server will take a name. A hint for the person who types: the server decides.
 * @param {string} name
 * @returns {boolean}
 */
export function isRoomName(name) {
  const normalised = name.normalize("NFC").toLowerCase().normalize("NFC");
  return /^(?:\p{L}\p{M}*|[\p{Nd}_-])+$/u.test(normalised) && Array.from(normalised).length <= LONGEST;
}

/**
 * The room name in the address of a page: its last segment, sent to the server as the person wrote it.
 * @param {string} pathname
 * @returns {string} Empty for a directory.
 */
export function roomNameFromPath(pathname) {
  const segment = pathname.slice(pathname.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    // A lone percent sign: no room has such a name, and the server will say so.
    return segment;
  }
}

/**
 * The address that leads into a room.
 * @param {string} roomName
 * @param {string | URL} page The address of any page of the client.
 * @returns {URL}
 */
export function roomAddress(roomName, page) {
  return new URL(encodeURIComponent(roomName), new URL(".", page));
}
