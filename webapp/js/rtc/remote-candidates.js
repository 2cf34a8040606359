/** Candidates that wait at most: more than any description ever had. */
const MOST_EARLY = 200;

/** The other side's candidates: those that come before the description they belong to wait for it. */
export class RemoteCandidates {
  #connection;
  /** @type {(RTCIceCandidateInit | null)[]} */
  #early = [];

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /**
   * @param {RTCIceCandidateInit | null} candidate Null or an empty `candidate`: the end of candidates.
   * @param {boolean} ofIgnoredOffer Whether it may belong to an offer that was ignored; without any description to
   *   belong to instead, it is dropped.
   */
  async take(candidate, ofIgnoredOffer) {
    const description = this.#connection.remoteDescription;
    if (description !== null && belongs(candidate, description)) await this.#add(candidate);
    else if (!ofIgnoredOffer && this.#early.length < MOST_EARLY) this.#early.push(candidate);
  }

  /** Adds those that waited: their description is there now, or never comes. */
  async addEarly() {
    for (const candidate of this.#early.splice(0)) await this.#add(candidate);
  }

  /** @param {RTCIceCandidateInit | null} candidate */
  async #add(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch {
      // It belongs to an ignored offer or to a generation that is over, or it is nonsense: the others may do.
    }
  }
}

/**
 * @param {RTCIceCandidateInit | null} candidate
 * @param {RTCSessionDescription} description
 * @returns {boolean} False for a candidate of another ICE generation: it may have taken a faster way than its offer.
 */
function belongs(candidate, description) {
  const user = candidate?.usernameFragment;
  return !user || description.sdp.includes(`a=ice-ufrag:${user}`);
}
