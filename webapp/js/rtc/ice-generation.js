/**
 * @param {string | undefined} sdp
 * @returns {string | undefined} The ICE user name fragment, which identifies an ICE generation (RFC 8839, section 5.4).
 */
export function iceUsernameFragment(sdp) {
  return sdp?.match(/^a=ice-ufrag:(.*)$/m)?.[1];
}

/**
 * @param {RTCSessionDescriptionInit} offer
 * @param {RTCSessionDescription | null} before The description that it replaces.
 * @returns {boolean} Whether the offer restarts ICE (RFC 8839, section 4.4.3.1.1).
 */
export function restartsIce(offer, before) {
  return before !== null && iceUsernameFragment(before.sdp) !== iceUsernameFragment(offer.sdp);
}
