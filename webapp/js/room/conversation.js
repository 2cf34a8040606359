import { CandidateBatch } from "../rtc/candidate-batch.js";
import { LinkWatch } from "../rtc/link-watch.js";
import { stricterBudget } from "../rtc/media-budget.js";
import { PeerLink } from "../rtc/peer-link.js";
import { CallTimer } from "./call-timer.js";
import { readOtherState } from "./other-state.js";

/** @typedef {import("../protocol/messages.js").Peer} Peer */
/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../rtc/peer-link.js").LinkSignal} LinkSignal */
/** @typedef {import("../rtc/peer-link.js").IceConfiguration} IceConfiguration */

/**
 * @typedef {object} ConversationOptions
 * @property {Peer} peer
 * @property {IceConfiguration} ice
 * @property {() => Promise<IceConfiguration>} refresh Fresh servers, before a restart.
 * @property {import("./own-side.js").OwnSide} own
 * @property {import("../messages/messages.js").Messages} messages
 * @property {(message: ClientMessage) => boolean} send Whether the server has it on its way to the other participant.
 * @property {() => void} onChange Health, stream, picture or the other's state changed.
 * @property {() => void} onBroken Media has stopped coming, and is being mended.
 * @property {() => void} onBeyondRepair Only a new connection helps.
 * @property {() => void} onClosedByPeer The other side has closed the connection itself.
 */

/** The connection to one other participant: his link, how it is, and what of signaling belongs to it. */
export class Conversation {
  #options;
  #link;
  #watch;
  #timer = new CallTimer();
  #candidates = new CandidateBatch((candidates) => this.#sendCandidates(candidates));

  /** @type {import("./other-state.js").OtherState | null} What the other client tells; null if it tells nothing. */
  other = null;
  /** @type {number | null} Since when there has been a connection, in ms since 1970. */
  connectedAt = null;

  /** @param {ConversationOptions} options */
  constructor(options) {
    const { peer, ice, refresh, messages, onBroken, onBeyondRepair, onClosedByPeer } = options;
    const { role, polite, takesOfferRequests } = peer;
    this.#options = options;
    const send = (/** @type {LinkSignal} */ signal) => this.#send(signal);
    const onOtherState = (/** @type {unknown} */ state) => this.#onOtherState(state);
    this.#link = new PeerLink({ role, polite, takesOfferRequests, ...ice, refresh, send, onOtherState });
    this.#link.addEventListener("stream", () => this.#onStream());
    this.#link.addEventListener("closedbypeer", onClosedByPeer);
    messages.begin(takesOfferRequests);
    const onChannels = () => this.#link.messageChannels && messages.use(this.#link.messageChannels);
    this.#link.addEventListener("channels", onChannels);
    this.#watch = new LinkWatch(this.#link, { onChange: () => this.#onHealth(), onBroken, onBeyondRepair });
    this.updateTracks();
    this.#link.start();
  }

  get health() {
    return this.#watch.health;
  }

  /** Since when nothing arrives, in ms since 1970; null while all is well. */
  get troubledSince() {
    return this.#watch.troubledSince;
  }

  /** @returns {"" | "direct" | "relayed"} How media travels. */
  get path() {
    return this.#watch.path ?? "";
  }

  get quality() {
    return this.#watch.quality.value;
  }

  /** @returns {import("../rtc/link-quality.js").Signal} How well it goes what comes here. */
  get arriving() {
    return this.#watch.quality.signal;
  }

  /** @returns {import("../rtc/media-budget.js").Budget} What both keep to: the lower one of the two wishes. */
  get budget() {
    return stricterBudget(this.#options.own.quality.budget, this.other?.budget ?? "full");
  }

  /** Whether the connection can outlive the server's knowledge of it: one that both have. */
  get canBeKept() {
    return this.#options.peer.takesOfferRequests && this.#watch.wasConnected && !this.#link.isBeyondRepair;
  }

  /** @returns {RTCIceTransportPolicy} Which ways it may take. */
  get transportPolicy() {
    return this.#options.ice.iceTransportPolicy;
  }

  /** Whether the other side is certainly still there without the server: its end of the connection is open. */
  get isHeld() {
    return this.#link.hasOpenChannel && this.health === "connected";
  }

  /** @returns {MediaStream | null} Null until something comes: a player that starts with nothing may stay silent. */
  get remoteStream() {
    const { remoteStream } = this.#link;
    return remoteStream.getTracks().length > 0 ? remoteStream : null;
  }

  /** Whether a picture arrives, as far as the browser tells. */
  get remotePicture() {
    return this.#link.remoteStream.getVideoTracks().some((track) => track.readyState === "live" && !track.muted);
  }

  /**
   * @param {string} participantId
   * @returns {boolean} Whether this is the conversation with that participant.
   */
  isWith(participantId) {
    return this.#options.peer.participantId === participantId;
  }

  /** @param {RTCSessionDescriptionInit} description */
  receiveDescription(description) {
    void this.#link.receiveDescription(description);
  }

  /** @param {RTCIceCandidateInit | null} candidate */
  receiveCandidate(candidate) {
    void this.#link.receiveCandidate(candidate);
  }

  /** @param {boolean} iceRestart */
  receiveOfferRequest(iceRestart) {
    this.#link.receiveOfferRequest(iceRestart);
  }

  /** Sends what the own devices have now, and tells of it. */
  updateTracks() {
    const { media } = this.#options.own;
    void this.#link.setTracks(media.audio, media.video);
    this.#keepBudget();
    this.#tell();
  }

  /** @returns {Promise<RTCStatsReport>} */
  getStats() {
    return this.#link.getStats();
  }

  /** @returns {number} How loud the other one is, from 0 to 1. */
  get otherLevel() {
    return this.#link.level.read();
  }

  /** Tries to mend the connection at once. */
  restart() {
    this.#watch.restart();
  }

  /** There is no network, or it is just being exchanged. */
  networkGone() {
    this.#watch.networkGone();
  }

  /** The network is another one. */
  networkChanged() {
    this.#watch.networkChanged();
  }

  /** Signals reach the other participant again, after some were lost. */
  signalingBack() {
    this.#watch.signalingBack();
  }

  /** Ends it: no more events, no more messages. */
  end() {
    this.#options.messages.end();
    this.#watch.stop();
    this.#candidates.close();
    this.#link.close();
  }

  #tell() {
    const { media, told } = this.#options.own;
    // Before the devices are there, there is nothing to be told: the other one would hear of each as it comes.
    if (media.stream === null) return;
    this.#link.state.tell({ ...told, arriving: this.health === "connected" ? this.arriving : null });
  }

  #keepBudget() {
    const { budget, other } = this;
    this.#link.limits.set(budget, this.#options.own.quality.music);
    const shown = other === null || other.camera !== "absent" || other.sharing;
    this.#watch.quality.hasPicture = budget !== "sound" && shown;
  }

  #onHealth() {
    if (this.health === "connected") this.connectedAt ??= Date.now();
    const report = this.#timer.report(this);
    if (report !== null) this.#options.send(report);
    this.#tell();
    this.#options.onChange();
  }

  /** @param {unknown} state */
  #onOtherState(state) {
    this.other = readOtherState(state) ?? this.other;
    this.#keepBudget();
    this.#options.onChange();
  }

  #onStream() {
    for (const track of this.#link.remoteStream.getTracks()) {
      track.onmute = this.#options.onChange;
      track.onunmute = this.#options.onChange;
    }
    this.#options.onChange();
  }

  /** @param {LinkSignal} signal The server brings it, or else the connection itself. */
  #send(signal) {
    if (signal.type === "candidate") {
      if (this.#options.peer.takesOfferRequests) this.#candidates.add(signal.candidate);
      else this.#sendCandidates([signal.candidate]);
      return;
    }
    this.#candidates.flush();
    if (!this.#options.send(this.#messageOf(signal))) this.#link.sendThroughChannel(signal);
  }

  /** @param {RTCIceCandidateInit[]} candidates */
  #sendCandidates(candidates) {
    const to = this.#options.peer.participantId;
    const [candidate = null, ...others] = candidates;
    /** @type {ClientMessage} */
    const one = { event: "send_candidate", data: { to, candidate } };
    if (this.#options.send(others.length === 0 ? one : { event: "send_candidates", data: { to, candidates } })) return;
    for (const each of candidates) this.#link.sendThroughChannel({ type: "candidate", candidate: each });
  }

  /**
   * @param {Exclude<LinkSignal, { type: "candidate" }>} signal
   * @returns {ClientMessage}
   */
  #messageOf(signal) {
    const to = this.#options.peer.participantId;
    if (signal.type === "offer-request") return { event: "request_offer", data: { to, iceRestart: signal.iceRestart } };
    const { type, sdp } = signal.description;
    if (type === "answer") return { event: "answer", data: { to, answer: { type, sdp } } };
    return { event: "send_connection_offer", data: { to, offer: { type: "offer", sdp } } };
  }
}
