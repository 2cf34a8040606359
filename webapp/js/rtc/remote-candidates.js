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
    if (this.#connection.remoteDescription !== null) await this.#add(candidate);
    else if (!ofIgnoredOffer) this.#early.push(candidate);
  }

  /** Adds those that waited: a remote description is there now. */
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
