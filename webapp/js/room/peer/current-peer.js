import { TokenBucket } from "../../guard/token-bucket.js";
import { Peer } from "./peer.js";

/** @typedef {import("../../protocol/messages.js").PeerInfo} PeerInfo */
/** @typedef {import("../../protocol/messages.js").LeaveReason} LeaveReason */
/** @typedef {import("../../rtc/peer-link.js").IceConfiguration} IceConfiguration */
/** @typedef {import("../call-state.js").Notice} Notice */

/** Milliseconds to keep a connection whose other end a restarted server does not know yet. */
const UNKNOWN_PEER_TIMEOUT = 60_000;

/** New connections at once and in the long run: a peer who comes and goes costs one each time. */
const MEETINGS = { burst: 30, perSecond: 0.5 };

/** @type {Record<LeaveReason, Notice>} */
const ENDINGS = { left: "left", connection_lost: "connection-lost", removed: "removed" };

/**
 * @typedef {object} CurrentPeerOptions
 * @property {import("../seat/seat.js").Seat} seat
 * @property {import("../local/local-participant.js").LocalParticipant} local
 * @property {import("../../messages/messages.js").Messages} messages
 * @property {() => IceConfiguration} ice
 * @property {() => Promise<IceConfiguration>} refresh Gets fresh ICE servers, before an ICE restart.
 * @property {() => void} onChange
 * @property {() => void} onExceeded The peer, or one after the other, has sent or done more than any call needs.
 */

/** Decides who the peer of a visit is, whether signals reach them, and how the last one left. */
export class CurrentPeer {
  /** @type {Peer | null} */
  peer = null;
  /** Whether the server can pass signals on to the peer. */
  isPresent = true;
  /** @type {Notice} How the last peer left. */
  ending = "";

  #options;
  /** Whether the peer has no seat any more, and only the connection shows that they are there. */
  #isSeatless = false;
  #meetings = new TokenBucket(MEETINGS.burst, MEETINGS.perSecond);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #unknownTimer;

  /** @param {CurrentPeerOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * @param {string} participantId Of the sender of a message.
   * @returns {Peer | null} Null if that participant is not the peer any more.
   */
  with(participantId) {
    return this.peer?.participantId === participantId ? this.peer : null;
  }

  /**
   * The server has seated the local participant, and names the other participant in the room.
   * @param {PeerInfo | undefined} info
   * @param {boolean} keepsConnection Whether the peer hears that the connection is still there.
   */
  found(info, keepsConnection) {
    if (info !== undefined && keepsConnection && this.with(info.participantId) !== null) {
      this.keep(info.present !== false);
    } else if (info !== undefined) {
      this.meet(info);
    } else if (this.peer?.isHeld) {
      // A restarted server learns of the peer when their client joins again, as this one has done.
      this.isPresent = false;
      clearTimeout(this.#unknownTimer);
      this.#unknownTimer = setTimeout(() => this.#lose("connection-lost"), UNKNOWN_PEER_TIMEOUT);
    } else {
      this.end("left");
    }
  }

  /**
   * The connection goes on.
   * @param {boolean} isPresent Whether the server can pass signals on to the peer.
   */
  keep(isPresent) {
    clearTimeout(this.#unknownTimer);
    this.isPresent = isPresent;
    this.#isSeatless = false;
    if (isPresent) this.peer?.monitor.signalingBack();
  }

  /**
   * Makes a new connection, in place of the present one if there is one.
   * @param {PeerInfo} info The participant to connect to.
   */
  meet(info) {
    const { seat, local, messages, ice, refresh, onExceeded } = this.#options;
    this.end();
    if (!this.#meetings.take()) return onExceeded();
    this.ending = "";
    this.isPresent = info.present !== false;
    /** @type {Peer} */
    const peer = new Peer({
      info,
      ice: ice(),
      refresh,
      network: seat,
      local,
      messages,
      // The server drops messages to a participant who is away.
      send: (message) => this.isPresent && seat.send(message),
      onChange: () => peer === this.peer && this.#onChange(peer),
      // The same outage may have broken the socket, which does not show until the socket is checked.
      onBroken: () => peer === this.peer && seat.doubt(),
      // Without a seat there is no server to make a new connection with; the next request does not keep this one.
      onDtlsFailed: () => peer === this.peer && seat.isTaken && this.renew(),
      onClosedByPeer: () => peer === this.peer && this.#onClosedByPeer(),
      onExceeded: () => peer === this.peer && onExceeded(),
    });
    this.peer = peer;
    this.#options.onChange();
  }

  /** Closes the connection and takes the seat again, so that the server makes both sides connect anew. */
  renew() {
    this.end();
    this.#options.seat.takeAgain();
  }

  /**
   * The peer has no seat any more.
   * @param {LeaveReason} reason
   */
  left(reason) {
    if (reason === "connection_lost" && this.peer?.isHeld) {
      // Only the peer's way to the server is broken.
      this.isPresent = false;
      this.#isSeatless = true;
    } else {
      this.end(ENDINGS[reason]);
    }
  }

  /**
   * Closes the connection, if there is one.
   * @param {Notice} [ending] How the peer left.
   */
  end(ending = "") {
    clearTimeout(this.#unknownTimer);
    this.#isSeatless = false;
    const { peer } = this;
    if (peer === null) return;
    // First: its end changes what is sent, which is nothing to it any more.
    this.peer = null;
    peer.end();
    this.ending = ending;
  }

  /** @param {Peer} peer */
  #onChange(peer) {
    if (this.#isSeatless && peer.monitor.health !== "connected") this.end("connection-lost");
    this.#options.onChange();
  }

  #onClosedByPeer() {
    // Otherwise the server reports how the peer left.
    if (!this.#options.seat.isTaken || !this.isPresent) this.#lose("left");
  }

  /** @param {Notice} ending */
  #lose(ending) {
    this.end(ending);
    this.#options.onChange();
  }
}
