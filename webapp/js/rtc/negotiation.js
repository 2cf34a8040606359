import { restartsIce } from "./ice-generation.js";
import { NegotiationState } from "./negotiation-state.js";
import { offerIdOf, withOfferId } from "./offer-id.js";
import { OfferSequence } from "./offer-sequence.js";

/** @typedef {import("./offer-id.js").OfferId} OfferId */
/** @typedef {import("./peer-link.js").LinkOptions} LinkOptions */

/**
 * @typedef {object} NegotiationParts
 * @property {RTCPeerConnection} connection
 * @property {import("./local-tracks.js").LocalTracks} localTracks
 * @property {import("./remote-candidates.js").RemoteCandidates} remoteCandidates
 * @property {(offer: RTCSessionDescriptionInit) => void} onOffered A remote offer is applied and not yet answered.
 * @property {() => void} onApplied A remote description is applied.
 * @property {() => void} onRestart A new ICE generation starts.
 * @property {() => void} onFailed A description could not be made or applied.
 */

/**
 * The negotiations of one link (JSEP, RFC 8829), one after the other. Between two clients of the extended protocol only
 * the offerer offers: offers that cross during a call freeze the video in Chromium. The answerer requests an offer. With
 * any other client both sides may offer, and perfect negotiation (webrtc-pc, section 10.7) resolves the collision.
 *
 * The state ({@link NegotiationState}) says what this side waits for:
 *
 * | State             | Meaning                 | Entered when               | Done           | Timeout               |
 * | ----------------- | ----------------------- | -------------------------- | -------------- | --------------------- |
 * | settled           | Nothing is awaited      | At the start; a remote     |                |                       |
 * |                   |                         | description is applied     |                |                       |
 * | offered           | An offer awaits its     | `negotiationneeded`, or a  | Offer          | 4 s → repeated        |
 * |                   | answer                  | request of the other side  |                |                       |
 * | requested         | A request awaits its    | `negotiationneeded`, if    | Request        | 4 s → repeated        |
 * |                   | offer                   | this side requests offers  |                |                       |
 * | restart-offered   | An ICE restart is       | `restartIce()`, or a       | Fresh servers, | 4 s → repeated, or    |
 * |                   | offered or due to be    | request for an ICE restart | offer          | the next ICE restart  |
 * | restart-requested | An ICE restart is       | `restartIce()`, if this    | Fresh servers, | 4 s → repeated, or    |
 * |                   | requested               | side requests offers       | request        | the next ICE restart  |
 *
 * The `ConnectionMonitor` runs these timeouts: `repeat()` while the link works, between clients of the extended protocol
 * only, and `restartIce()` while it is broken. A request of the other side for an ICE restart is dropped while one has been pending for less than 2 s.
 *
 * Independent of the state are:
 * - `#makingOffer`, `#ignoreOffer` and `#isSettingRemoteAnswerPending`, named as in webrtc-pc, section 10.7;
 * - `#restarting`, set while fresh ICE servers are awaited: meanwhile a remote description may settle the state;
 * - `#hasRequested`, whether the present local media has led to a request: an offer does not undo that.
 */
export class Negotiation {
  #parts;
  #options;
  #state = new NegotiationState();
  #offers;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  /** @type {Promise<void> | null} */
  #restarting = null;
  #hasRequested = false;
  /** Applies the remote descriptions one after the other, in the order in which they arrived. */
  #work = Promise.resolve();

  /**
   * @param {NegotiationParts} parts
   * @param {LinkOptions} options
   */
  constructor(parts, options) {
    this.#parts = parts;
    this.#options = options;
    this.#offers = new OfferSequence(options.extended);
    parts.connection.onnegotiationneeded = () => void this.#onNegotiationNeeded();
  }

  /** Whether the other client speaks the extended protocol: a negotiation can be repeated at any time. */
  get extended() {
    return this.#options.extended;
  }

  /** Since when an answer or a requested offer is awaited, in ms of `performance.now()`; 0 if none is. */
  get awaitingSince() {
    return this.#state.since;
  }

  /** Whether candidates that arrive now may belong to an offer that was ignored. */
  get ignoresOffer() {
    return this.#ignoreOffer;
  }

  /** Whether this side requests offers instead of making them. */
  get requestsOffers() {
    return this.#options.role === "answerer" && this.#options.extended;
  }

  /** Allows one more request for an offer: the local media has changed. */
  localMediaChanged() {
    this.#hasRequested = false;
  }

  /** @param {RTCSessionDescriptionInit} description To be applied, and answered if it is an offer. Never rejects. */
  receive(description) {
    this.#work = this.#work.then(() => this.#apply(description)).catch(this.#parts.onFailed);
    return this.#work;
  }

  /**
   * Serves a request of the other side for an offer.
   * @param {boolean} iceRestart Whether the offer is to restart ICE.
   * @param {OfferId | null} after The newest offer that the other side knew when it asked; null if it is not known.
   */
  receiveRequest(iceRestart, after) {
    // Over the data channel a request may arrive when it has been served long since.
    if (this.#parts.connection.signalingState === "stable" && this.#offers.hasOfferedSince(after)) return;
    if (!iceRestart) void this.#offer();
    // Both sides notice a broken connection. The restart that is pending serves both.
    else if (this.#restarting === null && !this.#state.isRestartPending) void this.restartIce();
  }

  /**
   * Restarts ICE (RFC 8445, section 9) by an offer or by a request for one, with fresh ICE servers. Resolves when the
   * request is sent, or the offer is due (`negotiationneeded`). Calls at the same time share one restart.
   */
  async restartIce() {
    if (this.#isClosed) return;
    this.#restarting ??= this.#restartIce().finally(() => (this.#restarting = null));
    await this.#restarting;
  }

  /** Repeats the offer or the request that is not answered yet: it, or the answer to it, may be lost. */
  repeat() {
    if (this.#isClosed || this.#state.name === "settled") return;
    if (this.requestsOffers) this.#request({ iceRestart: this.#state.isRestart });
    else void this.#offer();
  }

  get #isClosed() {
    return this.#parts.connection.signalingState === "closed";
  }

  async #onNegotiationNeeded() {
    if (!this.requestsOffers) {
      await this.#offer();
    } else if (!this.#hasRequested) {
      // Once for each change of the local media: an offer that does not serve it must not cause a loop.
      this.#hasRequested = true;
      this.#request({ iceRestart: false });
    }
  }

  /** To `restart-offered` or `restart-requested`. */
  async #restartIce() {
    const { connection, localTracks } = this.#parts;
    await this.#refreshIceServers();
    if (this.#isClosed) return;
    if (this.requestsOffers) {
      this.#request({ iceRestart: true });
      return;
    }
    localTracks.prepare();
    connection.restartIce();
    this.#state.offerRestart();
    // While an answer is awaited, which may be lost, the browser does not fire negotiationneeded.
    if (connection.signalingState === "have-local-offer") await this.#offer();
  }

  async #refreshIceServers() {
    const { connection } = this.#parts;
    const configuration = await this.#options.refresh?.();
    if (configuration && !this.#isClosed)
      connection.setConfiguration({ ...connection.getConfiguration(), ...configuration });
  }

  /**
   * To `requested` or `restart-requested`.
   * @param {{ iceRestart: boolean }} request
   */
  #request({ iceRestart }) {
    if (iceRestart) this.#state.requestRestart();
    else this.#state.request();
    this.#options.send({ type: "offer-request", iceRestart, after: this.#offers.newestRemote });
  }

  /** To `offered`, or to `restart-offered` if an ICE restart is due. */
  async #offer() {
    const { connection, localTracks, onRestart, onFailed } = this.#parts;
    if (this.#isClosed) return;
    try {
      this.#makingOffer = true;
      localTracks.prepare();
      await connection.setLocalDescription();
      this.#offers.addLocal();
      this.#state.offer();
      this.#send(this.#offers.newestLocal);
      if (this.#state.isRestart) onRestart();
    } catch {
      onFailed();
    } finally {
      this.#makingOffer = false;
    }
  }

  /** @param {RTCSessionDescriptionInit} description */
  async #apply(description) {
    const { connection, localTracks, remoteCandidates, onOffered, onApplied, onRestart } = this.#parts;
    const isOffer = description.type === "offer";
    const offerId = offerIdOf(description.sdp);
    if (description.type === "answer" && !this.#isAwaited(offerId)) return;
    if (isOffer && this.#offers.isApplied(offerId)) return;
    const isRestart = isOffer && restartsIce(description, connection.remoteDescription);
    if (isRestart && this.requestsOffers) await this.#refreshIceServers();
    // webrtc-pc, section 10.7
    const readyForOffer =
      !this.#makingOffer && (connection.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
    const offerCollision = isOffer && !readyForOffer;
    this.#ignoreOffer = !this.#options.polite && offerCollision;
    if (this.#ignoreOffer) return;
    this.#isSettingRemoteAnswerPending = description.type === "answer";
    try {
      await connection.setRemoteDescription(description);
    } finally {
      this.#isSettingRemoteAnswerPending = false;
    }
    this.#state.settle();
    if (isRestart) onRestart();
    if (isOffer) {
      this.#offers.newestRemote = offerId;
      await localTracks.adopt();
      onOffered(description);
      await connection.setLocalDescription();
      this.#send(offerId);
    }
    onApplied();
    await remoteCandidates.addEarly();
  }

  /** @param {OfferId | null} offerId That an answer repeats. */
  #isAwaited(offerId) {
    return this.#parts.connection.signalingState === "have-local-offer" && this.#offers.isAnswerToNewest(offerId);
  }

  /** @param {OfferId | null} offerId */
  #send(offerId) {
    const description = this.#parts.connection.localDescription;
    if (description === null) return;
    const { type, sdp } = description;
    this.#options.send({ type: "description", description: { type, sdp: withOfferId(sdp, offerId) } });
  }
}
