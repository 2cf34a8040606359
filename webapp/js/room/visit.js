import { dispatch } from "../protocol/messages.js";
import { CurrentPeer } from "./peer/current-peer.js";
import { IceServers } from "./seat/ice-servers.js";
import { Seat } from "./seat/seat.js";
import { viewOf } from "./visit-view.js";

/** @typedef {import("../protocol/messages.js").ServerEvents} ServerEvents */
/** @typedef {import("../rtc/peer-link.js").IceConfiguration} IceConfiguration */
/** @typedef {import("./call-state.js").CallState} CallState */

/** Milliseconds before a seat is requested again that was refused during a call. */
const SEAT_REQUEST_INTERVAL = 3_000;

/**
 * @typedef {object} VisitOptions
 * @property {URL} address Of the signaling socket.
 * @property {string} roomName
 * @property {import("./local/local-participant.js").LocalParticipant} local
 * @property {import("../messages/messages.js").Messages} messages
 * @property {import("./seat/seat-tokens.js").SeatTokens} tokens
 * @property {import("./seat/address-privacy.js").AddressPrivacy} privacy
 * @property {(change: Partial<CallState>) => void} update
 * @property {() => void} [onSeated] The server has given a seat.
 * @property {() => void} [onSeatGone] Given if only the seat of before is wanted: the server no longer keeps it.
 * @property {() => void} onExceeded The peer has sent more than any call needs.
 * @property {(reason: string) => void} onRefused The server refuses a seat, and another attempt would not help.
 * @property {(participantId: string) => void} onMoved Another tab has the seat now.
 */

/**
 * One visit to a room, from opening the socket to leaving: the seat, and the peer. A lost socket does not end it: the
 * seat is taken again, and the connection to the peer goes on meanwhile.
 */
export class Visit {
  /** @type {Seat} */
  seat;

  #options;
  #ice = new IceServers(() => this.seat.send({ event: "request_ice_servers" }));
  /** @type {CurrentPeer} */
  #current;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #seatRequestTimer;

  /** @param {VisitOptions} options */
  constructor(options) {
    const { address, roomName, local, messages, tokens, onMoved } = options;
    this.#options = options;
    this.seat = new Seat({
      address,
      roomName,
      tokens,
      devicesOn: () => local.switches.on,
      onlyReturns: options.onSeatGone !== undefined,
      keepsConnection: () => this.peer?.canBeKept ?? false,
      onMessage: (message) => dispatch(message, this.#handlers),
      onChange: () => this.#show(),
      onMoved,
    });
    this.#current = new CurrentPeer({
      seat: this.seat,
      local,
      messages,
      ice: () => this.#iceConfiguration,
      refresh: async () => {
        await this.#ice.refresh();
        return this.#iceConfiguration;
      },
      onChange: () => this.#show(),
      onExceeded: options.onExceeded,
    });
    this.#show();
    this.seat.open();
  }

  /** @returns {import("./peer/peer.js").Peer | null} The other participant; null while there is none. */
  get peer() {
    return this.#current.peer;
  }

  /** Sends and announces what the local participant has now. */
  updateTracks() {
    this.peer?.updateTracks();
    this.#show();
  }

  /** Hides the network address, or no longer, as the person has chosen. */
  updatePrivacy() {
    // A path that works survives ICE restarts: only a new connection uses another one.
    if (this.peer !== null && this.seat.isTaken) this.#current.renew();
    this.#show();
  }

  /**
   * Leaves the room.
   * @param {{ mayReturn: boolean }} how Whether the page goes away and may come back to the same seat.
   */
  leave(how) {
    clearTimeout(this.#seatRequestTimer);
    this.#current.end();
    this.seat.leave(how);
  }

  /** Ends the visit without leaving the room: another tab has the seat. */
  abandon() {
    clearTimeout(this.#seatRequestTimer);
    this.#current.end();
    this.seat.abandon();
  }

  /** @type {{ [K in keyof ServerEvents]: (data: ServerEvents[K]) => void }} */
  #handlers = {
    joined: (data) => this.#onJoined(data),
    ice_servers: ({ iceServers }) => this.#ice.take(iceServers),
    another_person_ready: (info) => this.#current.meet(info),
    participant_reconnecting: ({ participantId }) => {
      if (this.#current.with(participantId) !== null) this.#current.isPresent = false;
      this.#show();
    },
    participant_returned: (info) => this.#onReturned(info),
    participant_left: ({ participantId, reason }) => {
      if (this.#current.with(participantId) !== null) this.#current.left(reason);
      this.#show();
    },
    too_many_people: ({ roomName }) => {
      this.seat.refuse();
      // Another participant has the seat by now, and talks to the peer.
      this.#current.end();
      this.#options.update({ roomName });
      this.#show();
    },
    send_connection_offer: ({ from, offer }) => this.#linkOf(from)?.receiveDescription(offer),
    answer: ({ from, answer }) => this.#linkOf(from)?.receiveDescription(answer),
    send_candidate: ({ from, candidate }) => this.#linkOf(from)?.receiveCandidate(candidate),
    send_candidates: ({ from, candidates }) => {
      for (const candidate of candidates) void this.#linkOf(from)?.receiveCandidate(candidate);
    },
    request_offer: ({ from, iceRestart }) => this.#linkOf(from)?.receiveOfferRequest(iceRestart),
    room_state: () => undefined,
    pong: () => undefined,
    error: ({ code }) => this.#onError(code),
  };

  /** @param {string} participantId Of the sender of a signal. */
  #linkOf(participantId) {
    return this.#current.with(participantId)?.link;
  }

  /** @returns {IceConfiguration} */
  get #iceConfiguration() {
    return { iceServers: this.#ice.current, iceTransportPolicy: this.#options.privacy.policy };
  }

  /** @param {ServerEvents["joined"]} data */
  #onJoined(data) {
    const { roomName, iceServers, iceTransportPolicy, resumed, others } = data;
    const { privacy } = this.#options;
    this.seat.take(data);
    this.#options.onSeated?.();
    this.#ice.take(iceServers);
    privacy.learn(iceServers, iceTransportPolicy);
    this.#options.update({ roomName });
    if (!resumed) this.#current.end();
    this.#current.found(others[0], this.seat.announcedConnection);
    // The person may have chosen another policy while the server was unreachable.
    if (this.peer !== null && this.peer.transportPolicy !== privacy.policy) this.updatePrivacy();
    this.#show();
  }

  /** @param {ServerEvents["participant_returned"]} info */
  #onReturned(info) {
    if (!info.keepsConnection) this.#current.meet(info);
    else if (this.#current.with(info.participantId)?.canBeKept) this.#current.keep(true);
    // The peer's connection has no other end: this page was reloaded, or has closed its own.
    else this.#current.renew();
    this.#show();
  }

  #show() {
    const { privacy, local, update } = this.#options;
    const { peer, isPresent, ending } = this.#current;
    update({
      hideAddress: privacy.state,
      hidingDenied: privacy.isDenied,
      ...viewOf(this.seat, peer, isPresent, ending, local.entrance.name),
      ...(this.seat.isTaken ? { reason: local.media.reason ?? "" } : {}),
    });
  }

  /** A call goes on while the server refuses its seat for now. */
  #requestSeatLater() {
    clearTimeout(this.#seatRequestTimer);
    this.#seatRequestTimer = setTimeout(() => this.seat.requestSeat(), SEAT_REQUEST_INTERVAL);
  }

  #onSeatGone() {
    this.#options.tokens.forget();
    this.#options.onSeatGone?.();
  }

  /** @param {string} code */
  #onError(code) {
    const reason = code.replaceAll("_", "-");
    // The answer to the second of two requests at once, which is harmless.
    if (code === "already_joined") return;
    if (code === "seat_gone") return this.#onSeatGone();
    if (code === "not_joined") this.seat.isTaken && this.seat.requestSeat();
    else if (!this.seat.isTaken && this.peer !== null) this.#requestSeatLater();
    else if (!this.seat.isTaken) this.#options.onRefused(reason);
    else this.#options.update({ reason });
  }
}
