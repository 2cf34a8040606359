import { ConnectionMonitor } from "../../rtc/connection-monitor.js";
import { stricterBudget } from "../../rtc/media-budget.js";
import { PeerLink } from "../../rtc/peer-link.js";
import { ConnectTimer } from "./connect-timer.js";
import { PeerSignaling } from "./peer-signaling.js";
import { readPeerState } from "./peer-state.js";

/** @typedef {import("../../protocol/messages.js").PeerInfo} PeerInfo */
/** @typedef {import("../../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../../rtc/peer-link.js").IceConfiguration} IceConfiguration */

/**
 * @typedef {object} PeerOptions
 * @property {PeerInfo} info
 * @property {IceConfiguration} ice
 * @property {() => Promise<IceConfiguration>} refresh Gets fresh ICE servers, before an ICE restart.
 * @property {EventTarget} network See {@link ConnectionMonitor}.
 * @property {import("../local/local-participant.js").LocalParticipant} local
 * @property {import("../../messages/messages.js").Messages} messages
 * @property {(message: ClientMessage) => boolean} send Returns whether the server passes the message on to the peer.
 * @property {() => void} onChange Health, stream, video or the announced state have changed.
 * @property {() => void} onBroken Nothing arrives any more; the monitor restores the connection.
 * @property {() => void} onDtlsFailed Only a new connection helps.
 * @property {() => void} onExceeded The peer has sent more than any call needs.
 * @property {() => void} onClosedByPeer The peer's client has closed the connection.
 */

/** The other participant: the connection to them, its monitor, and what their client announces. */
export class Peer {
  /** The connection. */
  link;
  /** Watches the connection and restores it. */
  monitor;
  /** @type {import("./peer-state.js").PeerState | null} What the peer's client announces; null if it announces nothing. */
  state = null;
  /** @type {number | null} When the connection was first made, in ms of `performance.now()`. */
  connectedAt = null;

  #options;
  /** @type {PeerSignaling} */
  #signaling;
  #timer = new ConnectTimer();

  /** @param {PeerOptions} options */
  constructor(options) {
    const { info, ice, refresh, network, messages, send, onBroken, onDtlsFailed, onClosedByPeer, onExceeded } = options;
    const { role, polite, takesOfferRequests: extended } = info;
    this.#options = options;
    this.link = new PeerLink({
      role,
      polite,
      extended,
      ...ice,
      refresh,
      send: (signal) => this.#signaling.send(signal),
      onOtherState: (state) => this.#onState(state),
    });
    this.#signaling = new PeerSignaling(info, this.link, send);
    this.link.addEventListener("stream", () => this.#onStream());
    this.link.addEventListener("closedbypeer", onClosedByPeer);
    this.link.addEventListener("exceeded", onExceeded);
    messages.begin(extended);
    this.link.addEventListener("channels", () => this.link.messageChannels && messages.use(this.link.messageChannels));
    this.monitor = new ConnectionMonitor(
      this.link,
      { onChange: () => this.#onConnectionChange(), onBroken, onDtlsFailed },
      network,
    );
    this.updateTracks();
    this.link.start();
  }

  /** @returns {string} */
  get participantId() {
    return this.#options.info.participantId;
  }

  /** @returns {import("../../rtc/media-budget.js").Budget} What both participants keep to: the lower of their wishes. */
  get budget() {
    return stricterBudget(this.#options.local.quality.budget, this.state?.budget ?? "full");
  }

  /** Whether the connection can go on while the server does not know of it: it was made, and DTLS has not failed. */
  get canBeKept() {
    return this.#options.info.takesOfferRequests && this.monitor.wasConnected && !this.link.hasDtlsFailed;
  }

  /** @returns {RTCIceTransportPolicy} */
  get transportPolicy() {
    return this.#options.ice.iceTransportPolicy;
  }

  /** Whether the peer is certainly still there without the server: their end of the connection is open. */
  get isHeld() {
    return this.link.hasOpenChannel && this.monitor.health === "connected";
  }

  /** @returns {MediaStream | null} Null until there is a track: a player that starts with an empty stream may stay silent. */
  get remoteStream() {
    const { remoteStream } = this.link;
    return remoteStream.getTracks().length > 0 ? remoteStream : null;
  }

  /** Whether video arrives, as far as the browser reports it. */
  get remotePicture() {
    return this.link.remoteStream.getVideoTracks().some((track) => track.readyState === "live" && !track.muted);
  }

  /** Sends and announces what the local participant has now. */
  updateTracks() {
    const { media } = this.#options.local;
    void this.link.setTracks(media.audio, media.video);
    this.#keepBudget();
    this.#announce();
  }

  /** Closes the connection: no more events and no more messages. */
  end() {
    this.#options.local.followPeer("full");
    this.#options.messages.end();
    this.monitor.stop();
    this.#signaling.close();
    this.link.close();
  }

  #announce() {
    const { media, announced } = this.#options.local;
    // Before the devices are there, the peer would hear of each of them as it opens.
    if (media.stream === null) return;
    const { health, quality } = this.monitor;
    this.link.state.tell({ ...announced, arriving: health === "connected" ? quality.signal : null });
  }

  #keepBudget() {
    const { budget, state } = this;
    this.link.limits.set(budget, this.#options.local.quality.music);
    this.#options.local.followPeer(this.state?.budget ?? "full");
    const sendsVideo = state === null || state.camera === "on" || state.sharing;
    this.monitor.quality.hasPicture = budget !== "sound" && sendsVideo;
  }

  #onConnectionChange() {
    if (this.monitor.health === "connected") this.connectedAt ??= performance.now();
    const report = this.#timer.report(this.monitor);
    if (report !== null) this.#options.send(report);
    this.#announce();
    this.#options.onChange();
  }

  /** @param {unknown} state From the peer's client; not trusted. */
  #onState(state) {
    this.state = readPeerState(state) ?? this.state;
    this.#keepBudget();
    this.#options.onChange();
  }

  #onStream() {
    for (const track of this.link.remoteStream.getTracks()) {
      track.onmute = this.#options.onChange;
      track.onunmute = this.#options.onChange;
    }
    this.#options.onChange();
  }
}
