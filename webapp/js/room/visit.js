import { dispatch } from "../protocol/messages.js";
import { SignalingClient } from "../signaling/signaling-client.js";
import { Conversation } from "./conversation.js";

/** @typedef {import("../protocol/messages.js").Peer} Peer */
/** @typedef {import("../protocol/messages.js").ServerEvents} ServerEvents */
/** @typedef {import("./call-state.js").CallState} CallState */
/** @typedef {import("./call-state.js").Notice} Notice */
/** @typedef {import("./call-state.js").Phase} Phase */

/** Milliseconds between two knocks at the door of a full room. */
const FULL_ROOM_INTERVAL = 3_000;

/** @type {Record<import("../rtc/link-watch.js").LinkHealth, { phase: Phase, notice: Notice }>} */
const PHASES = {
  connecting: { phase: "connecting", notice: "" },
  connected: { phase: "connected", notice: "" },
  interrupted: { phase: "connecting", notice: "interrupted" },
  failed: { phase: "connection-failed", notice: "" },
};

/** @type {Record<import("../protocol/messages.js").LeaveReason, Notice>} */
const LEFT = { left: "left", connection_lost: "connection-lost", removed: "removed" };

/**
 * @typedef {object} VisitOptions
 * @property {URL} address Of the signaling socket.
 * @property {string} roomName
 * @property {import("./own-media.js").OwnMedia} media
 * @property {(change: Partial<CallState>) => void} update
 * @property {(reason: string) => void} onRefused The server gives no seat, and trying again by itself would not help.
 */

/**
 * One visit to a room, from opening the socket until leaving: the seat, and the conversation with whoever is there. A
 * lost socket does not end it: it joins again, and meets the other participant anew when the server says so.
 */
export class Visit {
  #options;
  #signaling;
  /** @type {Conversation | null} */
  #conversation = null;
  /** @type {RTCIceServer[]} */
  #iceServers = [];
  #joined = false;
  #turnedAway = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #knockTimer;

  /** @param {VisitOptions} options */
  constructor(options) {
    this.#options = options;
    this.#signaling = new SignalingClient(options.address, {
      onOpen: () => this.knock(),
      onMessage: (message) => dispatch(message, this.#handlers),
      onLost: (retryAt) => this.#onSignalingLost(retryAt),
    });
    options.update({ phase: "joining" });
    this.#signaling.connect();
  }

  /** Asks for a seat. */
  knock() {
    clearTimeout(this.#knockTimer);
    if (!this.#turnedAway) this.#options.update({ phase: "joining", notice: "", retryAt: null });
    this.#signaling.send({ event: "join_room", data: { roomName: this.#options.roomName } });
  }

  /** Tries to reach the server at once. */
  reconnect() {
    this.#signaling.retryNow();
  }

  /** Tries to mend the connection to the other participant at once. */
  restart() {
    this.#conversation?.restart();
  }

  /** Sends what the own devices have now. */
  updateTracks() {
    this.#conversation?.updateTracks();
  }

  /** Gives the seat up and ends everything. */
  leave() {
    clearTimeout(this.#knockTimer);
    this.#endConversation();
    this.#joined = false;
    this.#signaling.send({ event: "leave_room" });
    this.#signaling.close();
  }

  /** @type {{ [K in keyof ServerEvents]: (data: ServerEvents[K]) => void }} */
  #handlers = {
    joined: ({ roomName, iceServers, others }) => {
      this.#joined = true;
      this.#turnedAway = false;
      this.#iceServers = iceServers;
      this.#endConversation();
      this.#options.update({ phase: "waiting", notice: "", roomName, reason: this.#mediaReason });
      if (others[0] !== undefined) this.#meet(others[0]);
    },
    another_person_ready: (peer) => this.#meet(peer),
    participant_left: ({ participantId, reason }) => {
      if (!this.#conversation?.isWith(participantId)) return;
      this.#endConversation();
      this.#options.update({ phase: "waiting", notice: LEFT[reason], reason: this.#mediaReason });
    },
    too_many_people: ({ roomName }) => {
      this.#joined = false;
      this.#turnedAway = true;
      // Someone who was in the room before his socket was lost may find his own seat not free yet.
      const notice = this.#conversation === null ? "" : "seat-held";
      this.#options.update({ phase: "room-full", notice, roomName, retryAt: null });
      clearTimeout(this.#knockTimer);
      this.#knockTimer = setTimeout(() => this.knock(), FULL_ROOM_INTERVAL);
    },
    send_connection_offer: ({ from, offer }) => this.#peer(from)?.receiveDescription(offer),
    answer: ({ from, answer }) => this.#peer(from)?.receiveDescription(answer),
    send_candidate: ({ from, candidate }) => this.#peer(from)?.receiveCandidate(candidate),
    request_offer: ({ from, iceRestart }) => this.#peer(from)?.receiveOfferRequest(iceRestart),
    pong: () => undefined,
    error: ({ code }) => this.#onError(code),
  };

  get #mediaReason() {
    return this.#options.media.reason ?? "";
  }

  /**
   * @param {string} from
   * @returns {Conversation | null} The one a relayed message belongs to; null if it comes from somebody gone.
   */
  #peer(from) {
    return this.#conversation?.isWith(from) ? this.#conversation : null;
  }

  /** @param {Peer} peer */
  #meet(peer) {
    this.#endConversation();
    const conversation = new Conversation({
      peer,
      iceServers: this.#iceServers,
      media: this.#options.media,
      // What is sent without a seat would only be refused.
      send: (message) => void (this.#joined && this.#signaling.send(message)),
      onChange: () => conversation === this.#conversation && this.#onConversationChange(conversation),
    });
    this.#conversation = conversation;
    this.#onConversationChange(conversation);
  }

  /** @param {Conversation} conversation */
  #onConversationChange(conversation) {
    const { health, remoteStream, remotePicture } = conversation;
    if (this.#joined) {
      this.#options.update({ ...PHASES[health], remoteStream, remotePicture, reason: this.#mediaReason });
    } else if (health === "failed") {
      // Without a seat nothing can mend it: better no picture than a frozen one.
      this.#endConversation();
    } else {
      this.#options.update({ remoteStream, remotePicture });
    }
  }

  #endConversation() {
    if (this.#conversation === null) return;
    this.#conversation.end();
    this.#conversation = null;
    this.#options.update({ remoteStream: null, remotePicture: false });
  }

  /** @param {number} retryAt */
  #onSignalingLost(retryAt) {
    clearTimeout(this.#knockTimer);
    this.#joined = false;
    this.#turnedAway = false;
    this.#options.update({ phase: "server-unreachable", notice: "", retryAt });
  }

  /** @param {string} code */
  #onError(code) {
    const reason = code.replaceAll("_", "-");
    // Two knocks at once: the second finds the door open.
    if (code === "already_joined") return;
    if (code === "not_joined") {
      if (this.#joined) this.knock();
    } else if (this.#joined) {
      this.#options.update({ reason });
    } else {
      this.#options.onRefused(reason);
    }
  }
}
