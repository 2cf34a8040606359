import { Conversation } from "./conversation.js";
import { ENDINGS } from "./visit-view.js";

/** @typedef {import("../protocol/messages.js").Peer} Peer */
/** @typedef {import("../protocol/messages.js").LeaveReason} LeaveReason */
/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../rtc/peer-link.js").IceConfiguration} IceConfiguration */
/** @typedef {import("./call-state.js").Notice} Notice */

/** Milliseconds a connection is kept of whose other end a restarted server knows nothing yet. */
const UNKNOWN_LIMIT = 60_000;

/**
 * @typedef {object} PartnerOptions
 * @property {import("./own-side.js").OwnSide} own
 * @property {import("../messages/messages.js").Messages} messages
 * @property {() => IceConfiguration} ice
 * @property {() => Promise<IceConfiguration>} refresh Fresh servers, before a restart.
 * @property {(message: ClientMessage) => boolean} send
 * @property {() => void} onChange
 * @property {() => void} onBroken Media has stopped coming.
 * @property {() => void} onBeyondRepair Only a new connection helps.
 * @property {() => boolean} isSeated Whether the server has this side in the room, and tells of the other one.
 */

/** The other one of a visit: the conversation with him, whether signals reach him, and how he left. */
export class Partner {
  /** @type {Conversation | null} */
  conversation = null;
  /** Whether signals reach him by the server. */
  isPresent = true;
  /** @type {Notice} How the last conversation ended. */
  ending = "";

  #options;
  /** Whether he has no seat any more, and is held by the connection alone. */
  #heldAlone = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #unknownTimer;

  /** @param {PartnerOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * @param {string} participantId
   * @returns {Conversation | null} The one a message belongs to; null if it comes from somebody gone.
   */
  with(participantId) {
    return this.conversation?.isWith(participantId) ? this.conversation : null;
  }

  /**
   * The server has seated this side, and tells whom it found.
   * @param {Peer | undefined} other
   * @param {boolean} keeps Whether the other one hears that the connection is still there.
   */
  found(other, keeps) {
    if (other !== undefined && keeps && this.with(other.participantId) !== null) {
      this.goOn(other.present !== false);
    } else if (other !== undefined) {
      this.meet(other);
    } else if (this.conversation?.isHeld) {
      // A server that was restarted learns of the other one when he comes back, as this one did.
      this.isPresent = false;
      clearTimeout(this.#unknownTimer);
      this.#unknownTimer = setTimeout(() => this.#lose("connection-lost"), UNKNOWN_LIMIT);
    } else {
      this.end("left");
    }
  }

  /** @param {boolean} isPresent The conversation of before goes on, and signals reach the other one or not. */
  goOn(isPresent) {
    clearTimeout(this.#unknownTimer);
    this.isPresent = isPresent;
    this.#heldAlone = false;
    if (isPresent) this.conversation?.signalingBack();
  }

  /** @param {Peer} peer Begins a conversation with him. */
  meet(peer) {
    const { own, messages, ice, refresh, send, onBroken, onBeyondRepair } = this.#options;
    this.end();
    this.ending = "";
    this.isPresent = peer.present !== false;
    /** @type {Conversation} */
    const conversation = new Conversation({
      peer,
      ice: ice(),
      refresh,
      own,
      messages,
      // What is sent to somebody who is away is dropped.
      send: (message) => this.isPresent && send(message),
      onChange: () => conversation === this.conversation && this.#onChange(conversation),
      onBroken: () => conversation === this.conversation && onBroken(),
      onBeyondRepair: () => conversation === this.conversation && onBeyondRepair(),
      onClosedByPeer: () => conversation === this.conversation && this.#onClosedByPeer(),
    });
    this.conversation = conversation;
    this.#options.onChange();
  }

  /** @param {LeaveReason} reason He has no seat any more. */
  left(reason) {
    if (reason === "connection_lost" && this.conversation?.isHeld) {
      // It is only the server that he cannot reach.
      this.isPresent = false;
      this.#heldAlone = true;
    } else {
      this.end(ENDINGS[reason]);
    }
  }

  /** @param {Notice} [ending] */
  end(ending = "") {
    clearTimeout(this.#unknownTimer);
    this.#heldAlone = false;
    if (this.conversation === null) return;
    this.conversation.end();
    this.conversation = null;
    this.ending = ending;
  }

  /** @param {Conversation} conversation */
  #onChange(conversation) {
    if (this.#heldAlone && conversation.health !== "connected") this.end("connection-lost");
    this.#options.onChange();
  }

  #onClosedByPeer() {
    // The server tells how he left, if it can.
    if (!this.#options.isSeated() || !this.isPresent) this.#lose("left");
  }

  /** @param {Notice} ending */
  #lose(ending) {
    this.end(ending);
    this.#options.onChange();
  }
}
