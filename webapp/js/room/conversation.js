import { LinkWatch } from "../rtc/link-watch.js";
import { PeerLink } from "../rtc/peer-link.js";

/** @typedef {import("../protocol/messages.js").Peer} Peer */
/** @typedef {import("../protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../rtc/peer-link.js").LinkSignal} LinkSignal */
/** @typedef {import("./own-media.js").OwnMedia} OwnMedia */

/**
 * @typedef {object} ConversationOptions
 * @property {Peer} peer
 * @property {RTCIceServer[]} iceServers
 * @property {OwnMedia} media
 * @property {(message: ClientMessage) => void} send
 * @property {() => void} onChange Health, stream or picture changed.
 */

/** The connection to one other participant: his link, how it is, and what of signaling belongs to it. */
export class Conversation {
  #options;
  #link;
  #watch;

  /** @param {ConversationOptions} options */
  constructor(options) {
    const { peer, iceServers, onChange } = options;
    this.#options = options;
    this.#link = new PeerLink({ ...peer, iceServers, send: (signal) => this.#send(signal) });
    this.#link.addEventListener("stream", () => this.#onStream());
    this.#watch = new LinkWatch(this.#link, onChange);
    this.updateTracks();
    this.#link.start();
  }

  get health() {
    return this.#watch.health;
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

  /** Sends what the own devices have now. */
  updateTracks() {
    void this.#link.setTracks(this.#options.media.audio, this.#options.media.video);
  }

  /** Tries to mend the connection at once. */
  restart() {
    this.#watch.restart();
  }

  /** Ends it: no more events, no more messages. */
  end() {
    this.#watch.stop();
    this.#link.close();
  }

  #onStream() {
    for (const track of this.#link.remoteStream.getTracks()) {
      track.onmute = this.#options.onChange;
      track.onunmute = this.#options.onChange;
    }
    this.#options.onChange();
  }

  /** @param {LinkSignal} signal */
  #send(signal) {
    const { peer, send } = this.#options;
    const to = peer.participantId;
    if (signal.type === "candidate") {
      send({ event: "send_candidate", data: { to, candidate: signal.candidate } });
    } else if (signal.type === "offer-request") {
      send({ event: "request_offer", data: { to, iceRestart: signal.iceRestart } });
    } else {
      const { type, sdp } = signal.description;
      if (type === "offer") send({ event: "send_connection_offer", data: { to, offer: { type, sdp } } });
      if (type === "answer") send({ event: "answer", data: { to, answer: { type, sdp } } });
    }
  }
}
