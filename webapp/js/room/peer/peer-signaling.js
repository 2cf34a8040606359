import { CandidateBatch } from "../../rtc/candidate-batch.js";

/** @typedef {import("../../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../../protocol/messages.js").PeerInfo} PeerInfo */
/** @typedef {import("../../rtc/peer-link.js").LinkSignal} LinkSignal */
/** @typedef {import("../../rtc/peer-link.js").PeerLink} PeerLink */

/**
 * Sends one link's signals to the peer's client: through the server or, if the server cannot take them, through the
 * link's own signal channel. Candidates that follow each other closely share a message (clients of the extended
 * protocol only).
 */
export class PeerSignaling {
  #peer;
  #link;
  #sendToServer;
  #candidates = new CandidateBatch((candidates) => this.#sendCandidates(candidates));

  /**
   * @param {PeerInfo} peer
   * @param {PeerLink} link
   * @param {(message: ClientMessage) => boolean} sendToServer Returns whether the message was sent.
   */
  constructor(peer, link, sendToServer) {
    this.#peer = peer;
    this.#link = link;
    this.#sendToServer = sendToServer;
  }

  /** @param {LinkSignal} signal */
  send(signal) {
    if (signal.type === "candidate") {
      if (this.#peer.takesOfferRequests) this.#candidates.add(signal.candidate);
      else this.#sendCandidates([signal.candidate]);
      return;
    }
    // Candidates go first: the description must not overtake them.
    this.#candidates.flush();
    if (!this.#sendToServer(this.#messageOf(signal))) this.#link.sendThroughChannel(signal);
  }

  /** Drops the candidates that are not sent yet. */
  close() {
    this.#candidates.close();
  }

  /** @param {RTCIceCandidateInit[]} candidates At least one. */
  #sendCandidates(candidates) {
    const to = this.#peer.participantId;
    const [candidate = null, ...others] = candidates;
    /** @type {ClientMessage} */
    const one = { event: "send_candidate", data: { to, candidate } };
    if (this.#sendToServer(others.length === 0 ? one : { event: "send_candidates", data: { to, candidates } })) return;
    for (const each of candidates) this.#link.sendThroughChannel({ type: "candidate", candidate: each });
  }

  /**
   * @param {Exclude<LinkSignal, { type: "candidate" }>} signal
   * @returns {ClientMessage}
   */
  #messageOf(signal) {
    const to = this.#peer.participantId;
    if (signal.type === "offer-request") return { event: "request_offer", data: { to, iceRestart: signal.iceRestart } };
    const { type, sdp } = signal.description;
    if (type === "answer") return { event: "answer", data: { to, answer: { type, sdp } } };
    return { event: "send_connection_offer", data: { to, offer: { type: "offer", sdp } } };
  }
}
