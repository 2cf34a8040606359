import { hasDtlsFailed } from "./dtls.js";
import { sendKeyFrame } from "./key-frames.js";
import { LocalTracks } from "./local-tracks.js";
import { openMessageChannels } from "./message-channels.js";
import { Negotiation } from "./negotiation.js";
import { SelectedPairMonitor } from "./selected-pair-monitor.js";
import { RemoteAudioLevel } from "./remote-audio-level.js";
import { RemoteCandidates } from "./remote-candidates.js";
import { RemoteSignals } from "./remote-signals.js";
import { takeTrack } from "./remote-tracks.js";
import { SendLimits } from "./send-limits.js";
import { SignalChannel } from "./signal-channel.js";
import { StateChannel } from "./state-channel.js";

/**
 * What a link has to send to the other side: through the server, or through its own signal channel.
 * @typedef {{ type: "description", description: RTCSessionDescriptionInit & { sdp: string } }
 *   | { type: "candidate", candidate: RTCIceCandidateInit }
 *   | { type: "offer-request", iceRestart: boolean, after?: import("./offer-id.js").OfferId | null }} LinkSignal
 *   `iceRestart`: whether the offer is to restart ICE. `after`: the newest offer that the sender knew.
 */

/** @typedef {{ iceServers: RTCIceServer[], iceTransportPolicy: RTCIceTransportPolicy }} IceConfiguration */

/**
 * @typedef {object} LinkOptions
 * @property {RTCIceServer[]} iceServers
 * @property {RTCIceTransportPolicy} [iceTransportPolicy] "all" by default.
 * @property {() => Promise<IceConfiguration | null>} [refresh] Called before ICE restarts, because TURN credentials
 *   expire. Null if there is nothing new.
 * @property {"offerer" | "answerer"} role The offerer offers at the start and on request.
 * @property {boolean} polite Whether this side gives way when offers collide (webrtc-pc, section 10.7).
 * @property {boolean} extended Whether the other client speaks the extended protocol: offers on request, data channels.
 * @property {(signal: LinkSignal) => void} send
 * @property {(state: unknown) => void} [onOtherState] What the other client announced: any JSON, not trusted.
 */

/**
 * The connection to one other participant. Between two clients of the extended protocol it has data channels. One of
 * them carries signals while the server cannot be reached.
 *
 * Events:
 * - `state`: {@link PeerLink#connectionState} may have changed
 * - `stream`: a track was added to {@link PeerLink#remoteStream}
 * - `path`: ICE has selected another candidate pair
 * - `restart`: a new ICE generation starts
 * - `negotiationfailed`: a description could not be made or applied
 * - `closedbypeer`: the other side has closed the connection
 * - `channels`: {@link PeerLink#messageChannels} are there
 * - `exceeded`: the other side has sent more than any call needs, on a data channel or in signals; at most once
 */
export class PeerLink extends EventTarget {
  /** All tracks of the other side. */
  remoteStream = new MediaStream();
  /** Announces the state of this participant to the other client. */
  state = new StateChannel({
    onState: (state) => this.#options.onOtherState?.(state),
    onExceeded: () => this.#remoteSignals.refuseAll(),
  });
  /** The loudness of the other participant. */
  level;
  /** What this side may send. */
  limits;
  /**
   * The offers and answers of this link.
   * @readonly
   */
  negotiation;
  /** @type {import("./message-channels.js").MessageChannels | null} For chat and files, in the extended protocol. */
  messageChannels = null;

  #options;
  #connection;
  #localTracks;
  #remoteCandidates;
  #remoteSignals = new RemoteSignals(() => this.dispatchEvent(new Event("exceeded")));
  #selectedPair;
  /** @type {SignalChannel | null} */
  #channel = null;

  /** @param {LinkOptions} options */
  constructor(options) {
    super();
    this.#options = options;
    this.#connection = new RTCPeerConnection({
      iceServers: options.iceServers,
      iceTransportPolicy: options.iceTransportPolicy ?? "all",
      // One transport for all media from the start: a third of the candidates, connectivity checks and allocations.
      bundlePolicy: "max-bundle",
    });
    this.#localTracks = new LocalTracks(this.#connection);
    this.level = new RemoteAudioLevel(this.#connection);
    this.limits = new SendLimits(this.#connection);
    this.#selectedPair = new SelectedPairMonitor(this.#connection, () => this.dispatchEvent(new Event("path")));
    this.#remoteCandidates = new RemoteCandidates(this.#connection);
    const parts = {
      connection: this.#connection,
      localTracks: this.#localTracks,
      remoteCandidates: this.#remoteCandidates,
      onOffered: (/** @type {RTCSessionDescriptionInit} */ offer) => this.#onOffered(offer),
      onApplied: () => this.#selectedPair.update(),
      onRestart: () => this.dispatchEvent(new Event("restart")),
      onFailed: () => this.#isClosed || this.dispatchEvent(new Event("negotiationfailed")),
    };
    this.negotiation = new Negotiation(parts, options);
    this.#connection.onicecandidate = ({ candidate }) => this.#onLocalCandidate(candidate);
    this.#connection.onconnectionstatechange = () => this.dispatchEvent(new Event("state"));
    // One of the two may report "disconnected" while the other one reports nothing.
    this.#connection.oniceconnectionstatechange = () => this.dispatchEvent(new Event("state"));
    // All channels of the extended protocol are negotiated in advance: another one is nothing that a call needs.
    this.#connection.ondatachannel = ({ channel }) =>
      options.extended ? this.#remoteSignals.refuseAll() : channel.close();
    this.#connection.ontrack = (event) => {
      takeTrack(this.remoteStream, event, this.#connection.getTransceivers());
      this.dispatchEvent(new Event("stream"));
    };
  }

  /** @returns {RTCPeerConnectionState} The worse one of the connection's state and its ICE connection state. */
  get connectionState() {
    const { connectionState, iceConnectionState } = this.#connection;
    const broken = iceConnectionState === "disconnected" || iceConnectionState === "failed";
    return broken && connectionState === "connected" ? iceConnectionState : connectionState;
  }

  /** Whether DTLS has failed: see dtls.js. */
  get hasDtlsFailed() {
    return hasDtlsFailed(this.#connection);
  }

  /** Whether the signal channel is open, as far as this side knows. */
  get hasOpenChannel() {
    return this.#channel?.isOpen ?? false;
  }

  /** Starts: the offerer offers, the answerer waits for the offer. */
  start() {
    // The answerer's own transceivers would not be used for the media of the offer (RFC 8829, section 5.10).
    if (this.#options.role !== "offerer") return;
    this.#localTracks.prepare();
    if (this.#options.extended) this.#openChannel();
  }

  /**
   * Sends these tracks from now on. Renegotiates only if nothing of their kind was sent before.
   * @param {MediaStreamTrack | null} audio
   * @param {MediaStreamTrack | null} video
   */
  async setTracks(audio, video) {
    if (this.#isClosed) return;
    this.negotiation.localMediaChanged();
    await this.#localTracks.set({ audio, video });
    this.limits.apply();
  }

  /**
   * Takes a signal of the other side. Never rejects: an error becomes a `negotiationfailed` event.
   * @param {LinkSignal} signal
   */
  async receive(signal) {
    if (signal.type === "description") await this.receiveDescription(signal.description);
    else if (signal.type === "candidate") await this.receiveCandidate(signal.candidate);
    else this.receiveOfferRequest(signal.iceRestart, signal.after);
  }

  /**
   * Takes the other side's offer or answer. Never rejects, as {@link PeerLink#receive}.
   * @param {RTCSessionDescriptionInit} description
   */
  async receiveDescription(description) {
    const taken = this.#remoteSignals.description(description);
    if (taken !== null && !this.#isClosed) await this.negotiation.receive(taken);
  }

  /**
   * Takes a candidate of the other side.
   * @param {RTCIceCandidateInit | null} candidate Null or an empty `candidate` is the end of candidates.
   */
  async receiveCandidate(candidate) {
    if (this.#remoteSignals.candidate(candidate))
      await this.#remoteCandidates.take(candidate, this.negotiation.ignoresOffer);
  }

  /**
   * Takes the other side's request for an offer.
   * @param {boolean} iceRestart Whether the offer is to restart ICE.
   * @param {import("./offer-id.js").OfferId | null} [after] The newest offer that the other side knew; null if unknown.
   */
  receiveOfferRequest(iceRestart, after = null) {
    if (this.#remoteSignals.request() && !this.#isClosed) this.negotiation.receiveRequest(iceRestart, after);
  }

  /**
   * Sends a signal through the signal channel.
   * @param {LinkSignal} signal
   * @returns {boolean} Whether it was sent. False if the channel is not open or is full.
   */
  sendThroughChannel(signal) {
    return this.#channel?.send(signal) ?? false;
  }

  /** Sends a key frame: a frame of the video that can be decoded without those before it. */
  async sendKeyFrame() {
    if (!this.#isClosed) await sendKeyFrame(this.#connection);
  }

  /** Closes the connection. The other side notices it after a while, or learns it through signaling. */
  close() {
    const connection = this.#connection;
    connection.onnegotiationneeded = connection.onicecandidate = connection.ontrack = connection.ondatachannel = null;
    connection.onconnectionstatechange = connection.oniceconnectionstatechange = null;
    this.#channel?.close();
    this.state.close();
    connection.close();
  }

  /** @returns {Promise<RTCStatsReport>} */
  getStats() {
    return this.#connection.getStats();
  }

  get #isClosed() {
    return this.#connection.signalingState === "closed";
  }

  /** @param {RTCSessionDescriptionInit} offer */
  #onOffered(offer) {
    // Without a media line for data channels in the offer, a channel would need a request for another offer.
    if (this.negotiation.requestsOffers && offer.sdp?.includes("m=application")) this.#openChannel();
  }

  #openChannel() {
    if (this.#channel !== null) return;
    this.state.open(this.#connection);
    this.#channel = new SignalChannel(this.#connection, {
      onSignal: (signal) => void this.receive(signal),
      onClose: () => this.dispatchEvent(new Event("closedbypeer")),
      onExceeded: () => this.#remoteSignals.refuseAll(),
    });
    this.messageChannels = openMessageChannels(this.#connection, () => this.#remoteSignals.refuseAll());
    this.dispatchEvent(new Event("channels"));
  }

  /** @param {RTCIceCandidate | null} candidate */
  #onLocalCandidate(candidate) {
    // The end of candidates is sent with its media line: null, and an empty candidate without it, fail in many clients.
    const end = { candidate: "", sdpMid: this.#localTracks.firstMid, sdpMLineIndex: 0 };
    this.#options.send({ type: "candidate", candidate: candidate?.toJSON() ?? end });
  }
}
