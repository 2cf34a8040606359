import { dispatch } from "../protocol/messages.js";
import { IceServers } from "./ice-servers.js";
import { Partner } from "./partner.js";
import { Seat } from "./seat.js";
import { viewOf } from "./visit-view.js";

/** @typedef {import("../protocol/messages.js").ServerEvents} ServerEvents */
/** @typedef {import("./call-state.js").CallState} CallState */

/** Milliseconds after which a seat that was refused in mid-call is asked for again. */
const KNOCK_INTERVAL = 3_000;

/**
 * @typedef {object} VisitOptions
 * @property {URL} address Of the signaling socket.
 * @property {string} roomName
 * @property {import("./own-side.js").OwnSide} own
 * @property {import("../messages/messages.js").Messages} messages
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
  /** @type {Seat} The own place in the room. */
  seat;

  #options;
  #ice = new IceServers(() => this.seat.send({ event: "request_ice_servers" }));
  /** @type {Partner} */
  #partner;
  /** Whether the other one hears, with the return of this one, that the connection is still there. */
  #keeps = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #knockTimer;

  /** @param {VisitOptions} options */
  constructor(options) {
    const { address, roomName, tokens, onMoved } = options;
    this.#options = options;
    this.#partner = new Partner({
      own: options.own,
      messages: options.messages,
      ice: () => this.#iceConfiguration,
      refresh: async () => {
        await this.#ice.refresh();
        return this.#iceConfiguration;
      },
      send: (message) => this.seat.send(message),
      onChange: () => this.#show(),
      // The same outage may have taken the socket: it finds that out by asking only.
      onBroken: () => this.seat.doubt(),
      // Without the server it waits for the seat: one that is beyond repair is not kept then.
      onBeyondRepair: () => this.seat.isTaken && this.#beginAnew(),
      isSeated: () => this.seat.isTaken,
    });
    this.seat = new Seat({
      address,
      roomName,
      tokens,
      keepsConnection: () => (this.#keeps = this.#partner.conversation?.canBeKept ?? false),
      onMessage: (message) => dispatch(message, this.#handlers),
      onChange: () => this.#show(),
      onNetworkGone: () => this.#partner.conversation?.networkGone(),
      onNetworkChanged: () => this.#partner.conversation?.networkChanged(),
      onMoved,
    });
    this.#show();
    this.seat.open();
  }

  /** Tries to mend the connection to the other participant at once. */
  restart() {
    this.#partner.conversation?.restart();
  }

  /** Sends what the own devices have now. */
  updateTracks() {
    this.#partner.conversation?.updateTracks();
    this.#show();
  }

  /** @returns {number} How loud the other participant is, from 0 to 1. */
  get otherLevel() {
    return this.#partner.conversation?.otherLevel ?? 0;
  }

  /** @returns {Promise<RTCStatsReport | null>} Of the connection; null while there is none. */
  async getStats() {
    return (await this.#partner.conversation?.getStats()) ?? null;
  }

  /** Hides the own address, or no longer, as the person has chosen. */
  updatePrivacy() {
    // A path that works outlives every restart: only a new connection leaves it.
    if (this.#partner.conversation !== null && this.seat.isTaken) this.#beginAnew();
    this.#show();
  }

  /**
   * Gives the seat up and ends everything.
   * @param {{ mayReturn: boolean }} how Whether the page goes away and may come back to the same seat.
   */
  leave(how) {
    clearTimeout(this.#knockTimer);
    this.#partner.end();
    this.seat.leave(how);
  }

  /** Ends everything; the seat is another tab's. */
  abandon() {
    clearTimeout(this.#knockTimer);
    this.#partner.end();
    this.seat.abandon();
  }

  /** @type {{ [K in keyof ServerEvents]: (data: ServerEvents[K]) => void }} */
  #handlers = {
    joined: (data) => this.#onJoined(data),
    ice_servers: ({ iceServers }) => this.#ice.take(iceServers),
    another_person_ready: (peer) => this.#partner.meet(peer),
    participant_reconnecting: ({ participantId }) => {
      if (this.#partner.with(participantId) !== null) this.#partner.isPresent = false;
      this.#show();
    },
    participant_returned: (peer) => this.#onReturned(peer),
    participant_left: ({ participantId, reason }) => {
      if (this.#partner.with(participantId) !== null) this.#partner.left(reason);
      this.#show();
    },
    too_many_people: ({ roomName }) => {
      this.seat.refuse();
      // The seat is somebody else's by now, and so is the other participant.
      this.#partner.end();
      this.#options.update({ roomName });
      this.#show();
    },
    send_connection_offer: ({ from, offer }) => this.#partner.with(from)?.receiveDescription(offer),
    answer: ({ from, answer }) => this.#partner.with(from)?.receiveDescription(answer),
    send_candidate: ({ from, candidate }) => this.#partner.with(from)?.receiveCandidate(candidate),
    send_candidates: ({ from, candidates }) => {
      for (const candidate of candidates) this.#partner.with(from)?.receiveCandidate(candidate);
    },
    request_offer: ({ from, iceRestart }) => this.#partner.with(from)?.receiveOfferRequest(iceRestart),
    room_state: () => undefined,
    pong: () => undefined,
    error: ({ code }) => this.#onError(code),
  };

  /** @returns {import("../rtc/peer-link.js").IceConfiguration} */
  get #iceConfiguration() {
    return { iceServers: this.#ice.current, iceTransportPolicy: this.#options.privacy.policy };
  }

  /** @param {ServerEvents["joined"]} data */
  #onJoined(data) {
    const { roomName, iceServers, iceTransportPolicy, resumed, others } = data;
    this.seat.take(data);
    this.#ice.take(iceServers);
    this.#options.privacy.learn(iceServers, iceTransportPolicy);
    this.#options.update({ roomName });
    if (!resumed) this.#partner.end();
    this.#partner.found(others[0], this.#keeps);
    // It was chosen while the server was away.
    const { transportPolicy = this.#options.privacy.policy } = this.#partner.conversation ?? {};
    if (transportPolicy !== this.#options.privacy.policy) this.updatePrivacy();
    this.#show();
  }

  /** @param {ServerEvents["participant_returned"]} peer */
  #onReturned(peer) {
    if (!peer.keepsConnection) this.#partner.meet(peer);
    else if (this.#partner.with(peer.participantId)?.canBeKept) this.#partner.goOn(true);
    // His connection has no other end: this page was loaded again, or gave its own up.
    else this.#beginAnew();
    this.#show();
  }

  /** Comes back without a connection, so that both make a new one, with the roles that the server gives them. */
  #beginAnew() {
    this.#partner.end();
    this.seat.takeAgain();
  }

  #show() {
    const { privacy, own, update } = this.#options;
    update({
      hideAddress: privacy.state,
      hidingDenied: privacy.isDenied,
      ...viewOf(this.seat, this.#partner.conversation, this.#partner.isPresent, this.#partner.ending),
      ...(this.seat.isTaken ? { reason: own.media.reason ?? "" } : {}),
    });
  }

  /** A call that lives is not given up for a server that cannot give its seat just now. */
  #knockLater() {
    clearTimeout(this.#knockTimer);
    this.#knockTimer = setTimeout(() => this.seat.knock(), KNOCK_INTERVAL);
  }

  /** @param {string} code */
  #onError(code) {
    const reason = code.replaceAll("_", "-");
    // Two knocks at once: the second finds the door open.
    if (code === "already_joined") return;
    if (code === "not_joined") this.seat.isTaken && this.seat.knock();
    else if (!this.seat.isTaken && this.#partner.conversation !== null) this.#knockLater();
    else if (!this.seat.isTaken) this.#options.onRefused(reason);
    else this.#options.update({ reason });
  }
}
