import { dispatch } from "../protocol/messages.js";
import { Conversation } from "./conversation.js";
import { IceServers } from "./ice-servers.js";
import { Seat } from "./seat.js";
import { viewOf } from "./visit-view.js";

/** @typedef {import("../protocol/messages.js").Peer} Peer */
/** @typedef {import("../protocol/messages.js").ServerEvents} ServerEvents */
/** @typedef {import("./call-state.js").CallState} CallState */
/** @typedef {import("./call-state.js").Notice} Notice */

/** Milliseconds a connection is kept of whose other end a restarted server knows nothing yet. */
const UNKNOWN_PEER_LIMIT = 60_000;

/** @type {Record<import("../protocol/messages.js").LeaveReason, Notice>} */
const LEFT = { left: "left", connection_lost: "connection-lost", removed: "removed" };

/**
 * @typedef {object} VisitOptions
 * @property {URL} address Of the signaling socket.
 * @property {string} roomName
 * @property {import("./own-media.js").OwnMedia} media
 * @property {import("./seat-tokens.js").SeatTokens} tokens
 * @property {import("./address-privacy.js").AddressPrivacy} privacy
 * @property {(change: Partial<CallState>) => void} update
 * @property {(reason: string) => void} onRefused The server gives no seat, and trying again by itself would not help.
 * @property {(participantId: string) => void} onMoved Another tab has the seat now.
 */

/**
 * One visit to a room, from opening the socket until leaving: the seat, and the conversation with whoever is there. A
 * lost socket does not end it: it takes its own seat again, and the conversation goes on meanwhile.
 */
export class Visit {
  /** The own place in the room. */
  seat;

  #options;
  #ice = new IceServers(() => this.seat.send({ event: "request_ice_servers" }));
  /** @type {Conversation | null} */
  #conversation = null;
  #otherPresent = true;
  /** @type {Notice} How the last conversation ended. */
  #ending = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #unknownTimer;

  /** @param {VisitOptions} options */
  constructor(options) {
    const { address, roomName, tokens, onMoved } = options;
    this.#options = options;
    this.seat = new Seat({
      address,
      roomName,
      tokens,
      keepsConnection: () => this.#conversation?.canBeKept ?? false,
      onMessage: (message) => dispatch(message, this.#handlers),
      onChange: () => this.#show(),
      onNetworkGone: () => this.#conversation?.networkGone(),
      onNetworkChanged: () => this.#conversation?.networkChanged(),
      onMoved,
    });
    this.#show();
    this.seat.open();
  }

  /** Tries to mend the connection to the other participant at once. */
  restart() {
    this.#conversation?.restart();
  }

  /** Sends what the own devices have now. */
  updateTracks() {
    this.#conversation?.updateTracks();
  }

  /** Hides the own address, or no longer, as the person has chosen. */
  updatePrivacy() {
    // A path that works outlives every restart: only a new connection leaves it. Coming back without one makes both begin.
    if (this.#conversation !== null && this.seat.isTaken) {
      this.#endConversation();
      this.seat.takeAgain();
    }
    this.#show();
  }

  /**
   * Gives the seat up and ends everything.
   * @param {{ mayReturn: boolean }} how Whether the page goes away and may come back to the same seat.
   */
  leave(how) {
    this.#endConversation();
    this.seat.leave(how);
  }

  /** Ends everything; the seat is another tab's. */
  abandon() {
    this.#endConversation();
    this.seat.abandon();
  }

  /** @type {{ [K in keyof ServerEvents]: (data: ServerEvents[K]) => void }} */
  #handlers = {
    joined: (data) => this.#onJoined(data),
    ice_servers: ({ iceServers }) => this.#ice.take(iceServers),
    another_person_ready: (peer) => this.#meet(peer),
    participant_reconnecting: ({ participantId }) => {
      if (!this.#conversation?.isWith(participantId)) return;
      this.#otherPresent = false;
      this.#show();
    },
    participant_returned: (peer) => this.#onReturned(peer),
    participant_left: ({ participantId, reason }) => {
      if (this.#conversation?.isWith(participantId)) this.#endConversation(LEFT[reason]);
      this.#show();
    },
    too_many_people: ({ roomName }) => {
      this.seat.refuse();
      // The seat is somebody else's by now, and so is the other participant.
      this.#endConversation();
      this.#options.update({ roomName });
      this.#show();
    },
    send_connection_offer: ({ from, offer }) => this.#peer(from)?.receiveDescription(offer),
    answer: ({ from, answer }) => this.#peer(from)?.receiveDescription(answer),
    send_candidate: ({ from, candidate }) => this.#peer(from)?.receiveCandidate(candidate),
    request_offer: ({ from, iceRestart }) => this.#peer(from)?.receiveOfferRequest(iceRestart),
    pong: () => undefined,
    error: ({ code }) => this.#onError(code),
  };

  /** @returns {import("../rtc/peer-link.js").IceConfiguration} */
  get #iceConfiguration() {
    return { iceServers: this.#ice.current, iceTransportPolicy: this.#options.privacy.policy };
  }

  /**
   * @param {string} from
   * @returns {Conversation | null} The one a relayed message belongs to; null if it comes from somebody gone.
   */
  #peer(from) {
    return this.#conversation?.isWith(from) ? this.#conversation : null;
  }

  /** @param {ServerEvents["joined"]} data */
  #onJoined(data) {
    const { roomName, iceServers, iceTransportPolicy, resumed, others } = data;
    this.seat.take(data);
    this.#ice.take(iceServers);
    this.#options.privacy.learn(iceServers, iceTransportPolicy);
    this.#options.update({ roomName });
    const [other] = others;
    if (!resumed) this.#endConversation();
    if (other !== undefined && this.#peer(other.participantId) !== null) {
      this.#goOn(other.present !== false);
    } else if (other !== undefined) {
      this.#meet(other);
    } else if (this.#conversation?.isHeld) {
      // A server that was restarted learns of the other one when he comes back, as this one did.
      this.#otherPresent = false;
      this.#unknownTimer = setTimeout(() => this.#lose("connection-lost"), UNKNOWN_PEER_LIMIT);
    } else {
      this.#endConversation("left");
    }
    this.#show();
  }

  /** @param {ServerEvents["participant_returned"]} peer */
  #onReturned(peer) {
    if (peer.keepsConnection && this.#peer(peer.participantId) !== null) this.#goOn(true);
    else this.#meet(peer);
    this.#show();
  }

  /** @param {boolean} otherPresent The conversation of before goes on, and signals reach the other one or not. */
  #goOn(otherPresent) {
    clearTimeout(this.#unknownTimer);
    this.#otherPresent = otherPresent;
    if (otherPresent) this.#conversation?.signalingBack();
  }

  /** @param {Peer} peer */
  #meet(peer) {
    this.#endConversation();
    this.#ending = "";
    this.#otherPresent = peer.present !== false;
    /** @type {Conversation} */
    const conversation = new Conversation({
      peer,
      ice: this.#iceConfiguration,
      refresh: async () => {
        await this.#ice.refresh();
        return this.#iceConfiguration;
      },
      media: this.#options.media,
      // What is sent to somebody who is away is dropped.
      send: (message) => this.#otherPresent && this.seat.send(message),
      onChange: () => conversation === this.#conversation && this.#show(),
      // The same outage may have taken the socket: it finds that out by asking only.
      onBroken: () => conversation === this.#conversation && this.seat.doubt(),
      onClosedByPeer: () => conversation === this.#conversation && this.#onClosedByPeer(),
    });
    this.#conversation = conversation;
    this.#show();
  }

  #onClosedByPeer() {
    // The server tells how he left, if it can.
    if (this.seat.isTaken && this.#otherPresent) return;
    this.#lose("left");
  }

  #lose(/** @type {Notice} */ ending) {
    this.#endConversation(ending);
    this.#show();
  }

  /** @param {Notice} ending */
  #endConversation(ending = "") {
    clearTimeout(this.#unknownTimer);
    if (this.#conversation === null) return;
    this.#conversation.end();
    this.#conversation = null;
    this.#ending = ending;
  }

  #show() {
    const { privacy, media, update } = this.#options;
    update({
      hideAddress: privacy.state,
      hidingDenied: privacy.isDenied,
      ...viewOf(this.seat, this.#conversation, this.#otherPresent, this.#ending),
      ...(this.seat.isTaken ? { reason: media.reason ?? "" } : {}),
    });
  }

  /** @param {string} code */
  #onError(code) {
    const reason = code.replaceAll("_", "-");
    // Two knocks at once: the second finds the door open.
    if (code === "already_joined") return;
    if (code === "not_joined") this.seat.isTaken && this.seat.knock();
    else if (!this.seat.isTaken) this.#options.onRefused(reason);
    else this.#options.update({ reason });
  }
}
