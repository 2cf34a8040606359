import { isOlder, isSame, isStale, marked, markOf } from "./negotiation-mark.js";

/** @typedef {import("./negotiation-mark.js").Mark} Mark */
/** @typedef {import("./peer-link.js").LinkOptions} LinkOptions */

/** Milliseconds in which the answer to a restart is awaited before another request makes another offer. */
const ANSWER_PATIENCE = 2_000;

/**
 * @typedef {object} NegotiationParts
 * @property {RTCPeerConnection} connection
 * @property {import("./local-tracks.js").LocalTracks} localTracks
 * @property {import("./remote-candidates.js").RemoteCandidates} remoteCandidates
 * @property {(offer: RTCSessionDescriptionInit) => void} onOffered An offer is applied and is about to be answered.
 * @property {() => void} onApplied A description of the other side is in force.
 * @property {() => void} onRestart A new generation of ICE begins.
 * @property {() => void} onFailed A description could not be applied or made.
 */

/**
 * The negotiations of one link, one after the other: W3C perfect negotiation (webrtc-pc, section 10.7). Between two
 * clients that know offer requests only the offerer ever offers, since offers that cross in mid-call freeze the picture
 * in Chromium; the answerer asks. With any other client both sides may offer and politeness decides.
 */
export class Negotiation {
  #parts;
  #options;
  #makingOffer = false;
  #ignoreOffer = false;
  #settingRemoteAnswer = false;
  #offerRequested = false;
  #restartOffered = false;
  #awaitingSince = 0;
  /** One description after the other, in the order in which they came. */
  #work = Promise.resolve();
  /** @type {Promise<void> | null} */
  #restarting = null;
  #id = crypto.getRandomValues(new Uint32Array(2)).join("-");
  #offers = 0;
  /** @type {Mark | null} Of the other side's newest offer. */
  #newestOffer = null;

  /**
   * @param {NegotiationParts} parts
   * @param {LinkOptions} options
   */
  constructor(parts, options) {
    this.#parts = parts;
    this.#options = options;
    parts.connection.onnegotiationneeded = () => void this.#onNeeded();
  }

  /** Since when an answer, or the offer that was asked for, is awaited, in ms since 1970; 0 if nothing is. */
  get awaitingSince() {
    return this.#awaitingSince;
  }

  /** Whether candidates that come now may belong to an offer that was ignored. */
  get ignoresOffer() {
    return this.#ignoreOffer;
  }

  /** Whether this side asks for offers and never makes one. */
  get asksForOffers() {
    return this.#options.role === "answerer" && this.#options.takesOfferRequests;
  }

  /** Forgets that an offer was asked for: what is to be negotiated is another thing now. */
  somethingNew() {
    this.#offerRequested = false;
  }

  /** @param {RTCSessionDescriptionInit} description */
  receive(description) {
    this.#work = this.#work.then(() => this.#apply(description)).catch(this.#parts.onFailed);
    return this.#work;
  }

  /**
   * @param {boolean} iceRestart
   * @param {Mark | null} after The newest offer that the other side knew when it asked, if it tells.
   */
  receiveRequest(iceRestart, after) {
    // By the connection's own channel it may come when what it asks for has long been done.
    if (this.#parts.connection.signalingState === "stable" && isOlder(after, this.#ownMark)) return;
    // Both sides notice a broken connection: the restart that is under way serves both.
    const underWay = this.#restartOffered && Date.now() - this.#awaitingSince < ANSWER_PATIENCE;
    if (iceRestart && (this.#restarting !== null || underWay)) return;
    if (iceRestart) void this.restartIce();
    else void this.#offer();
  }

  /** Restarts ICE (RFC 8445, section 9), by an offer or by asking for one, with fresh servers. */
  async restartIce() {
    this.#restarting ??= this.#restart().finally(() => (this.#restarting = null));
    await this.#restarting;
  }

  /** Does again what went unanswered: what was sent is lost, or its answer is. */
  startAnew() {
    if (this.#closed || this.#awaitingSince === 0) return;
    if (this.asksForOffers) this.#ask(this.#restartOffered);
    else void this.#offer();
  }

  get #closed() {
    return this.#parts.connection.signalingState === "closed";
  }

  /** @returns {Mark | null} Of this side's newest offer. */
  get #ownMark() {
    return this.#options.takesOfferRequests ? { link: this.#id, number: this.#offers } : null;
  }

  async #restart() {
    const { connection, localTracks } = this.#parts;
    await this.#refresh();
    if (this.#closed) return;
    if (this.asksForOffers) {
      this.#ask(true);
      return;
    }
    localTracks.prepare();
    connection.restartIce();
    this.#restartOffered = true;
    this.#awaitingSince = Date.now();
    // Before the answer no negotiationneeded is fired, and the answer may have been lost.
    if (connection.signalingState === "have-local-offer") await this.#offer();
  }

  async #refresh() {
    const { connection } = this.#parts;
    const configuration = await this.#options.refresh?.();
    if (configuration && !this.#closed)
      connection.setConfiguration({ ...connection.getConfiguration(), ...configuration });
  }

  /** @param {boolean} iceRestart */
  #ask(iceRestart) {
    this.#awaitingSince = Date.now();
    this.#restartOffered = iceRestart;
    this.#options.send({ type: "offer-request", iceRestart, after: this.#newestOffer });
  }

  async #onNeeded() {
    if (!this.asksForOffers) {
      await this.#offer();
    } else if (!this.#offerRequested) {
      // Asked once for each change of one's own: an offer that does not help must not start a loop.
      this.#offerRequested = true;
      this.#ask(false);
    }
  }

  async #offer() {
    const { connection, localTracks, onFailed } = this.#parts;
    if (this.#closed) return;
    try {
      this.#makingOffer = true;
      localTracks.prepare();
      await connection.setLocalDescription();
      this.#offers++;
      this.#awaitingSince = Date.now();
      this.#send(this.#ownMark);
      if (this.#restartOffered) this.#parts.onRestart();
    } catch {
      onFailed();
    } finally {
      this.#makingOffer = false;
    }
  }

  /** @param {RTCSessionDescriptionInit} description */
  async #apply(description) {
    const { connection, localTracks, remoteCandidates, onOffered, onApplied } = this.#parts;
    const mark = markOf(description.sdp);
    if (description.type === "answer" && !this.#isAwaited(mark)) return;
    if (description.type === "offer" && isStale(mark, this.#newestOffer)) return;
    const restarts = description.type === "offer" && this.#restarts(description);
    if (restarts && this.asksForOffers) await this.#refresh();
    const readyForOffer = !this.#makingOffer && (connection.signalingState === "stable" || this.#settingRemoteAnswer);
    this.#ignoreOffer = description.type === "offer" && !readyForOffer && !this.#options.polite;
    if (this.#ignoreOffer) return;
    this.#settingRemoteAnswer = description.type === "answer";
    try {
      await connection.setRemoteDescription(description);
    } finally {
      this.#settingRemoteAnswer = false;
    }
    this.#restartOffered = false;
    this.#awaitingSince = 0;
    if (restarts) this.#parts.onRestart();
    if (description.type === "offer") {
      this.#newestOffer = mark;
      await localTracks.adopt();
      onOffered(description);
      await connection.setLocalDescription();
      this.#send(mark);
    }
    onApplied();
    await remoteCandidates.addEarly();
  }

  /** @param {Mark | null} mark Of an answer. */
  #isAwaited(mark) {
    if (this.#parts.connection.signalingState !== "have-local-offer") return false;
    return mark === null || isSame(mark, this.#ownMark);
  }

  /** @param {RTCSessionDescriptionInit} offer */
  #restarts(offer) {
    const before = this.#parts.connection.remoteDescription;
    return before !== null && iceUser(before.sdp) !== iceUser(offer.sdp);
  }

  /** @param {Mark | null} mark */
  #send(mark) {
    const description = this.#parts.connection.localDescription;
    if (description === null) return;
    const { type, sdp } = description;
    this.#options.send({ type: "description", description: { type, sdp: marked(sdp, mark) } });
  }
}

/** @param {string | undefined} sdp */
function iceUser(sdp) {
  return sdp?.match(/^a=ice-ufrag:(.*)$/m)?.[1];
}
