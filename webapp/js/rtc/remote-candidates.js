/** Early candidates that are kept at most. No description has had so many. */
const MAX_EARLY = 200;

/** The other side's candidates (trickle ICE, RFC 8838). One that arrives before its description waits for it. */
export class RemoteCandidates {
  #connection;
  /** @type {(RTCIceCandidateInit | null)[]} */
  #early = [];

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /**
   * Adds a candidate, or keeps it until its description is applied.
   * @param {RTCIceCandidateInit | null} candidate Null or an empty `candidate` is the end of candidates.
   * @param {boolean} ofIgnoredOffer Whether it may belong to an offer that was ignored. It is dropped then, unless it
   *   belongs to the present description.
   */
  async take(candidate, ofIgnoredOffer) {
    const description = this.#connection.remoteDescription;
    if (description !== null && belongs(candidate, description)) await this.#add(candidate);
    else if (!ofIgnoredOffer && this.#early.length < MAX_EARLY) this.#early.push(candidate);
  }

  /** Adds the candidates that waited: their description is applied, or has been overtaken. */
  async addEarly() {
    for (const candidate of this.#early.splice(0)) await this.#add(candidate);
  }

  /** @param {RTCIceCandidateInit | null} candidate */
  async #add(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch {
      // It is of an ignored offer, of an old ICE generation, or malformed. Other candidates may suffice.
    }
  }
}

/**
 * @param {RTCIceCandidateInit | null} candidate
 * @param {RTCSessionDescription} description
 * @returns {boolean} False if it is of another ICE generation: it may have taken a faster way than its offer.
 */
function belongs(candidate, description) {
  const fragment = candidate?.usernameFragment;
  return !fragment || description.sdp.includes(`a=ice-ufrag:${fragment}`);
}
