/**
 * Which negotiation a description belongs to: an attribute of the session that each offer brings and its answer
 * repeats. So an answer to an earlier offer, or an offer that took a slower way, is known for what it is. Whoever does
 * not know the attribute ignores it (RFC 8866, section 5.13).
 */
const ATTRIBUTE = "a=x-negotiation:";
const MARK = /^a=x-negotiation:([\w-]+)\.(\d+)\r?$/m;

/**
 * @typedef {object} Mark
 * @property {string} link Which link of the offerer's made the offer: a page that was reloaded begins a new one.
 * @property {number} number Its offers in their order, from 1.
 */

/**
 * @param {string} sdp
 * @param {Mark | null} mark
 * @returns {string} With the mark, if there is one.
 */
export function marked(sdp, mark) {
  if (mark === null) return sdp;
  return sdp.replace(/^m=/m, `${ATTRIBUTE}${mark.link}.${mark.number}\r\nm=`);
}

/**
 * @param {string | undefined} sdp
 * @returns {Mark | null} Null if it has none, as the original's client sends it.
 */
export function markOf(sdp) {
  const [, link, number] = sdp?.match(MARK) ?? [];
  return link === undefined ? null : { link, number: Number(number) };
}

/**
 * @param {Mark | null} mark
 * @param {Mark | null} last The newest one so far.
 * @returns {boolean} Whether it belongs to a negotiation that is over.
 */
export function isStale(mark, last) {
  return isOlder(mark, last) || (mark !== null && isSame(mark, last));
}

/**
 * @param {Mark | null} mark
 * @param {Mark | null} other
 * @returns {boolean} Whether it is of the same link, and before the other one.
 */
export function isOlder(mark, other) {
  return mark !== null && other !== null && mark.link === other.link && mark.number < other.number;
}

/**
 * @param {Mark | null} one
 * @param {Mark | null} other
 */
export function isSame(one, other) {
  return one?.link === other?.link && one?.number === other?.number;
}

/**
 * @param {any} value
 * @returns {value is Mark}
 */
export function isMark(value) {
  return typeof value?.link === "string" && Number.isInteger(value.number);
}
