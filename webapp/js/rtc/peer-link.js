import { sendKeyFrame } from "./key-frames.js";
import { LocalTracks } from "./local-tracks.js";
import { openMessageChannels } from "./message-channels.js";
import { Negotiation } from "./negotiation.js";
import { PathWatch } from "./path-watch.js";
import { ReceivedLevel } from "./received-level.js";
import { RemoteCandidates } from "./remote-candidates.js";
import { SendLimits } from "./send-limits.js";
import { SignalChannel } from "./signal-channel.js";
import { StateChannel } from "./state-channel.js";

/**
 * What a link asks its owner to bring to the other side.
 * @typedef {{ type: "description", description: RTCSessionDescriptionInit & { sdp: string } }
 *   | { type: "candidate", candidate: RTCIceCandidateInit }
 *   | { type: "offer-request", iceRestart: boolean, after?: import("./negotiation-mark.js").Mark | null }} LinkSignal
 *   `after`: the newest offer that its sender knew.
 */

/** @typedef {{ iceServers: RTCIceServer[], iceTransportPolicy: RTCIceTransportPolicy }} IceConfiguration */

/**
 * @typedef {object} LinkOptions
 * @property {RTCIceServer[]} iceServers
 * @property {RTCIceTransportPolicy} [iceTransportPolicy]
 * @property {() => Promise<IceConfiguration | null>} [refresh] Asked before ICE is restarted: credentials of relays
 *   expire. Null if there is nothing new.
 * @property {"offerer" | "answerer"} role The offerer offers at once and whenever asked.
 * @property {boolean} polite Whether this side gives way when offers cross.
 * @property {boolean} takesOfferRequests Whether the other side understands being asked for an offer: one of ours.
 * @property {(signal: LinkSignal) => void} send
 * @property {(state: unknown) => void} [onOtherState] What the other side told of itself: any JSON.
 */

/**
 * One connection to one other participant. Between two of ours there is a channel through the connection itself, which
 * takes signals while the server is away.
 *
 * Events: `state` (see {@link PeerLink#connectionState}), `stream` (a track came, see {@link PeerLink#remoteStream}),
 * `path` (another pair of candidates is used), `restart` (a new generation of ICE begins), `negotiationfailed` (a description could not be applied or made),
 * `closedbypeer` (the other side has closed the connection), `channels` (see {@link PeerLink#messageChannels}).
 */
export class PeerLink extends EventTarget {
  /** Everything that comes from the other side. */
  remoteStream = new MediaStream();
  /** Tells the other side of this one. */
  state = new StateChannel((told) => this.#options.onOtherState?.(told));
  /** How loud the other side is. */
  level;
  /** How much it may send. */
  limits;
  /** @type {import("./message-channels.js").MessageChannels | null} For what else is exchanged between two of ours. */
  messageChannels = null;

  #options;
  #connection;
  #localTracks;
  #remoteCandidates;
  #negotiation;
  /** @type {SignalChannel | null} */
  #channel = null;
  #paths;

  /** @param {LinkOptions} options */
  constructor(options) {
    super();
    this.#options = options;
    this.#connection = new RTCPeerConnection({
      iceServers: options.iceServers,
      iceTransportPolicy: options.iceTransportPolicy ?? "all",
      // One path for everything from the start: a third of the candidates, of the checks and of the relays.
      bundlePolicy: "max-bundle",
    });
    this.#localTracks = new LocalTracks(this.#connection);
    this.level = new ReceivedLevel(this.#connection);
    this.limits = new SendLimits(this.#connection);
    this.#paths = new PathWatch(this.#connection, () => this.dispatchEvent(new Event("path")));
    this.#remoteCandidates = new RemoteCandidates(this.#connection);
    const parts = {
      connection: this.#connection,
      localTracks: this.#localTracks,
      remoteCandidates: this.#remoteCandidates,
      onOffered: (/** @type {RTCSessionDescriptionInit} */ offer) => this.#onOffered(offer),
      onApplied: () => this.#paths.look(),
      onRestart: () => this.dispatchEvent(new Event("restart")),
      onFailed: () => this.#closed || this.dispatchEvent(new Event("negotiationfailed")),
    };
    this.#negotiation = new Negotiation(parts, options);
    this.#connection.onicecandidate = ({ candidate }) => this.#onLocalCandidate(candidate);
    this.#connection.onconnectionstatechange = () => this.dispatchEvent(new Event("state"));
    // One of the two may say "disconnected" while the other says nothing.
    this.#connection.oniceconnectionstatechange = () => this.dispatchEvent(new Event("state"));
    this.#connection.ontrack = ({ track }) => {
      this.remoteStream.addTrack(track);
      this.dispatchEvent(new Event("stream"));
    };
  }

  /** @returns {RTCPeerConnectionState} The worse one of what the connection says, and what its ICE says. */
  get connectionState() {
    const { connectionState, iceConnectionState } = this.#connection;
    const broken = iceConnectionState === "disconnected" || iceConnectionState === "failed";
    return broken && connectionState === "connected" ? iceConnectionState : connectionState;
  }

  /** Whether its encryption has failed, which no restart of ICE mends; in Firefox one restart after another does it. */
  get isBeyondRepair() {
    const transports = this.#connection.getSenders().map(({ transport }) => transport);
    return [this.#connection.sctp?.transport, ...transports].some((transport) => transport?.state === "failed");
  }

  /** Since when an answer, or the offer that was asked for, is awaited, in ms since 1970; 0 if nothing is. */
  get awaitingSince() {
    return this.#negotiation.awaitingSince;
  }

  /** Whether signals can go through the connection itself, as far as this side knows. */
  get hasOpenChannel() {
    return this.#channel?.isOpen ?? false;
  }

  /** Whether the other side is one of ours, with which a negotiation can be started anew at any time. */
  get startsAnew() {
    return this.#options.takesOfferRequests;
  }

  /** Begins: the offerer offers, the answerer waits for the offer. */
  start() {
    // Transceivers of the answerer's own would not be used for the offer's media (RFC 8829, section 5.10).
    if (this.#options.role !== "offerer") return;
    this.#localTracks.prepare();
    if (this.#options.takesOfferRequests) this.#openChannel();
  }

  /**
   * Sends these tracks from now on. Renegotiates only where nothing was sent before.
   * @param {MediaStreamTrack | null} audio
   * @param {MediaStreamTrack | null} video
   */
  async setTracks(audio, video) {
    if (this.#closed) return;
    this.#negotiation.somethingNew();
    await this.#localTracks.set({ audio, video });
    this.limits.apply();
  }

  /**
   * Takes what the other side sent. Never rejects: what goes wrong is a `negotiationfailed` event.
   * @param {LinkSignal} signal
   */
  async receive(signal) {
    if (signal.type === "description") await this.receiveDescription(signal.description);
    else if (signal.type === "candidate") await this.receiveCandidate(signal.candidate);
    else this.receiveOfferRequest(signal.iceRestart, signal.after);
  }

  /**
   * Takes the other side's offer or answer.
   * @param {RTCSessionDescriptionInit} description
   */
  async receiveDescription(description) {
    await this.#negotiation.receive(description);
  }

  /**
   * Takes a candidate of the other side; null or an empty `candidate` is the end of candidates.
   * @param {RTCIceCandidateInit | null} candidate
   */
  async receiveCandidate(candidate) {
    await this.#remoteCandidates.take(candidate, this.#negotiation.ignoresOffer);
  }

  /**
   * The other side asks for an offer.
   * @param {boolean} iceRestart
   * @param {import("./negotiation-mark.js").Mark | null} [after] The newest offer that he knew, if he tells.
   */
  receiveOfferRequest(iceRestart, after = null) {
    if (!this.#closed) this.#negotiation.receiveRequest(iceRestart, after);
  }

  /** Restarts ICE, by an offer or by asking for one, with fresh servers. */
  async restartIce() {
    if (!this.#closed) await this.#negotiation.restartIce();
  }

  /** Does again what went unanswered: what was sent is lost, or its answer is. */
  startAnew() {
    this.#negotiation.startAnew();
  }

  /**
   * Sends a signal through the connection itself.
   * @param {LinkSignal} signal
   * @returns {boolean} Whether it is on its way.
   */
  sendThroughChannel(signal) {
    return this.#channel?.send(signal) ?? false;
  }

  /** Makes the picture that is sent one that can be shown without what was sent before. */
  async sendKeyFrame() {
    if (!this.#closed) await sendKeyFrame(this.#connection);
  }

  /** Closes the connection; the other side notices by itself after a while, or is told by signaling. */
  close() {
    this.#connection.onnegotiationneeded = null;
    this.#connection.onicecandidate = null;
    this.#connection.onconnectionstatechange = null;
    this.#connection.oniceconnectionstatechange = null;
    this.#connection.ontrack = null;
    this.#channel?.close();
    this.state.close();
    this.#connection.close();
  }

  /** @returns {Promise<RTCStatsReport>} */
  getStats() {
    return this.#connection.getStats();
  }

  get #closed() {
    return this.#connection.signalingState === "closed";
  }

  /** @param {RTCSessionDescriptionInit} offer */
  #onOffered(offer) {
    // Before an offer had a line for it, the channel would have been one more thing to ask for.
    if (this.#negotiation.asksForOffers && offer.sdp?.includes("m=application")) this.#openChannel();
  }

  #openChannel() {
    if (this.#channel !== null) return;
    this.state.open(this.#connection);
    this.#channel = new SignalChannel(this.#connection, {
      onSignal: (signal) => void this.receive(signal),
      onClose: () => this.dispatchEvent(new Event("closedbypeer")),
    });
    this.messageChannels = openMessageChannels(this.#connection);
    this.dispatchEvent(new Event("channels"));
  }

  /** @param {RTCIceCandidate | null} candidate */
  #onLocalCandidate(candidate) {
    // The end is sent as an empty candidate with its media line: null and a bare "" fail in many clients.
    const end = { candidate: "", sdpMid: this.#localTracks.firstMid, sdpMLineIndex: 0 };
    this.#options.send({ type: "candidate", candidate: candidate?.toJSON() ?? end });
  }
}
