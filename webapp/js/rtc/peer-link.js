import { LocalTracks } from "./local-tracks.js";
import { RemoteCandidates } from "./remote-candidates.js";

/**
 * What a link asks its owner to bring to the other side.
 * @typedef {{ type: "description", description: RTCSessionDescription }
 *   | { type: "candidate", candidate: RTCIceCandidateInit }
 *   | { type: "offer-request", iceRestart: boolean }} LinkSignal
 */

/**
 * @typedef {object} LinkOptions
 * @property {RTCIceServer[]} iceServers
 * @property {"offerer" | "answerer"} role The offerer offers at once and whenever asked.
 * @property {boolean} polite Whether this side gives way when offers cross.
 * @property {boolean} takesOfferRequests Whether the other side understands being asked for an offer.
 * @property {(signal: LinkSignal) => void} send
 */

/**
 * One connection to one other participant: W3C perfect negotiation (webrtc-pc, section 10.7) over RTCPeerConnection.
 * Between two clients that know offer requests only the offerer ever offers, since offers that cross in mid-call freeze
 * the picture in Chromium; the answerer asks. With any other client both sides may offer and politeness decides.
 *
 * Events: `state` (see {@link PeerLink#connectionState}), `stream` (a track came, see {@link PeerLink#remoteStream}),
 * `negotiationfailed` (a description could not be applied or made).
 */
export class PeerLink extends EventTarget {
  /** Everything that comes from the other side. */
  remoteStream = new MediaStream();

  #options;
  #connection;
  #localTracks;
  #remoteCandidates;
  #makingOffer = false;
  #ignoreOffer = false;
  #settingRemoteAnswer = false;
  #offerRequested = false;
  #restartOffered = false;

  /** @param {LinkOptions} options */
  constructor(options) {
    super();
    this.#options = options;
    this.#connection = new RTCPeerConnection({ iceServers: options.iceServers });
    this.#localTracks = new LocalTracks(this.#connection);
    this.#remoteCandidates = new RemoteCandidates(this.#connection);
    this.#connection.onnegotiationneeded = () => void this.#onNegotiationNeeded();
    this.#connection.onicecandidate = ({ candidate }) => this.#onLocalCandidate(candidate);
    this.#connection.onconnectionstatechange = () => this.dispatchEvent(new Event("state"));
    this.#connection.ontrack = ({ track }) => {
      this.remoteStream.addTrack(track);
      this.dispatchEvent(new Event("stream"));
    };
  }

  /** RTCPeerConnectionState of the connection beneath. */
  get connectionState() {
    return this.#connection.connectionState;
  }

  /** Begins: the offerer offers, the answerer waits for the offer. */
  start() {
    // Transceivers of the answerer's own would not be used for the offer's media (RFC 8829, section 5.10).
    if (this.#options.role === "offerer") this.#localTracks.prepare();
  }

  /**
   * Sends these tracks from now on. Renegotiates only where nothing was sent before.
   * @param {MediaStreamTrack | null} audio
   * @param {MediaStreamTrack | null} video
   */
  async setTracks(audio, video) {
    if (this.#connection.signalingState === "closed") return;
    this.#offerRequested = false;
    await this.#localTracks.set({ audio, video });
  }

  /**
   * Takes the other side's offer or answer. Never rejects: what goes wrong is a `negotiationfailed` event.
   * @param {RTCSessionDescriptionInit} description
   */
  async receiveDescription(description) {
    try {
      await this.#apply(description);
    } catch {
      this.#negotiationFailed();
    }
  }

  /**
   * Takes a candidate of the other side; null or an empty `candidate` is the end of candidates.
   * @param {RTCIceCandidateInit | null} candidate
   */
  async receiveCandidate(candidate) {
    await this.#remoteCandidates.take(candidate, this.#ignoreOffer);
  }

  /**
   * The other side asks for an offer.
   * @param {boolean} iceRestart
   */
  receiveOfferRequest(iceRestart) {
    // Both sides notice a broken connection: the restart that is under way serves both.
    if (iceRestart && this.#restartOffered) return;
    if (iceRestart) this.restartIce();
    else void this.#offer();
  }

  /** Restarts ICE (RFC 8445, section 9), by an offer or by asking for one. */
  restartIce() {
    if (this.#connection.signalingState === "closed") return;
    if (this.#asksForOffers) {
      this.#options.send({ type: "offer-request", iceRestart: true });
      return;
    }
    this.#localTracks.prepare();
    this.#connection.restartIce();
    this.#restartOffered = true;
    // Before the answer no negotiationneeded is fired, and the answer may have been lost.
    if (this.#connection.signalingState === "have-local-offer") void this.#offer();
  }

  /** Closes the connection; the other side notices by itself after a while, or is told by signaling. */
  close() {
    this.#connection.onnegotiationneeded = null;
    this.#connection.onicecandidate = null;
    this.#connection.onconnectionstatechange = null;
    this.#connection.ontrack = null;
    this.#connection.close();
  }

  /** @returns {Promise<RTCStatsReport>} */
  getStats() {
    return this.#connection.getStats();
  }

  get #asksForOffers() {
    return this.#options.role === "answerer" && this.#options.takesOfferRequests;
  }

  async #onNegotiationNeeded() {
    if (!this.#asksForOffers) {
      await this.#offer();
    } else if (!this.#offerRequested) {
      // Asked once for each change of one's own: an offer that does not help must not start a loop.
      this.#offerRequested = true;
      this.#options.send({ type: "offer-request", iceRestart: false });
    }
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      this.#localTracks.prepare();
      await this.#connection.setLocalDescription();
      this.#sendDescription();
    } catch {
      this.#negotiationFailed();
    } finally {
      this.#makingOffer = false;
    }
  }

  /** @param {RTCSessionDescriptionInit} description */
  async #apply(description) {
    const connection = this.#connection;
    const readyForOffer =
      !this.#makingOffer && (connection.signalingState === "stable" || this.#settingRemoteAnswer);
    this.#ignoreOffer = description.type === "offer" && !readyForOffer && !this.#options.polite;
    if (this.#ignoreOffer) return;
    this.#settingRemoteAnswer = description.type === "answer";
    try {
      await connection.setRemoteDescription(description);
    } finally {
      this.#settingRemoteAnswer = false;
    }
    this.#restartOffered = false;
    if (description.type === "offer") {
      await this.#localTracks.adopt();
      await connection.setLocalDescription();
      this.#sendDescription();
    }
    await this.#remoteCandidates.addEarly();
  }

  /** @param {RTCIceCandidate | null} candidate */
  #onLocalCandidate(candidate) {
    // The end is sent as an empty candidate with its media line: null and a bare "" fail in many clients.
    const end = { candidate: "", sdpMid: this.#localTracks.firstMid, sdpMLineIndex: 0 };
    this.#options.send({ type: "candidate", candidate: candidate?.toJSON() ?? end });
  }

  #sendDescription() {
    const description = this.#connection.localDescription;
    if (description !== null) this.#options.send({ type: "description", description });
  }

  #negotiationFailed() {
    if (this.#connection.signalingState !== "closed") this.dispatchEvent(new Event("negotiationfailed"));
  }
}
