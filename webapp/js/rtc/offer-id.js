/**
 * The id of an offer: a session-level attribute of the offer, which the answer repeats. It tells which offer an answer
 * belongs to, and whether an offer was overtaken by a newer one. A client that does not know the attribute ignores it
 * (RFC 8866, section 5.13).
 */
const ATTRIBUTE = "a=x-negotiation:";
const PATTERN = /^a=x-negotiation:([\w-]+)\.(\d+)\r?$/m;

/**
 * @typedef {object} OfferId
 * @property {string} link Identifies the link that made the offer. A page that has been reloaded has another link.
 * @property {number} number Counts the offers of this link, from 1.
 */

/**
 * @param {string} sdp
 * @param {OfferId | null} offerId
 * @returns {string} The description with the id, if there is one.
 */
export function withOfferId(sdp, offerId) {
  if (offerId === null) return sdp;
  return sdp.replace(/^m=/m, `${ATTRIBUTE}${offerId.link}.${offerId.number}\r\nm=`);
}

/**
 * @param {string | undefined} sdp
 * @returns {OfferId | null} Null if it has none: it is of a client of the basic protocol.
 */
export function offerIdOf(sdp) {
  const [, link, number] = sdp?.match(PATTERN) ?? [];
  return link === undefined ? null : { link, number: Number(number) };
}

/**
 * @param {OfferId | null} one
 * @param {OfferId | null} other
 * @returns {boolean} Whether both are of the same link, and `one` is of an earlier offer.
 */
export function isOlder(one, other) {
  return one !== null && other !== null && one.link === other.link && one.number < other.number;
}

/**
 * @param {OfferId | null} one
 * @param {OfferId | null} other
 * @returns {boolean} Whether both are of the same offer, or neither is given.
 */
export function isSame(one, other) {
  return one?.link === other?.link && one?.number === other?.number;
}

/**
 * @param {any} value Anything from the other side.
 * @returns {value is OfferId}
 */
export function isOfferId(value) {
  return typeof value?.link === "string" && Number.isInteger(value.number);
}
