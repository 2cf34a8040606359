import { preferCodecs } from "./codec-preference.js";

/** @typedef {"audio" | "video"} Kind */
/** @typedef {{ audio: MediaStreamTrack | null, video: MediaStreamTrack | null }} Tracks */

/** @type {readonly Kind[]} */
const KINDS = ["audio", "video"];

/**
 * What one connection sends: one transceiver for audio and one for video, whichever side made them. So a track can be
 * added, removed and replaced with as few negotiations as possible.
 */
export class LocalTracks {
  #connection;
  /** The stream id in the descriptions, for clients that use `event.streams[0]`. */
  #stream = new MediaStream();
  /** @type {Tracks} */
  #tracks = { audio: null, video: null };
  /** @type {Partial<Record<Kind, RTCRtpTransceiver>>} */
  #transceivers = {};

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** The media id (mid) of the first media line, for candidates; "0" before there is one. */
  get firstMid() {
    return this.#connection.getTransceivers().find(({ mid }) => mid !== null)?.mid ?? "0";
  }

  /** Creates the missing transceivers, before an offer. */
  prepare() {
    for (const kind of KINDS) {
      if (this.#transceivers[kind] === undefined) preferCodecs((this.#transceivers[kind] = this.#create(kind)));
    }
  }

  /** Uses the transceivers of a remote offer (RFC 8829, section 5.10), before it is answered. */
  async adopt() {
    for (const kind of KINDS) {
      const own = this.#transceivers[kind];
      if ((own?.mid ?? null) === null) {
        const offered = this.#offered(kind);
        if (offered !== undefined) {
          // The transceiver of an own offer that was rolled back is not used any more. It is not stopped: without a
          // media line a stopped one makes Chromium fire negotiationneeded again and again.
          if (own !== undefined) own.direction = "inactive";
          this.#transceivers[kind] = offered;
          preferCodecs(offered, this.#connection.remoteDescription?.sdp);
        } else if (own === undefined && this.#tracks[kind] !== null) {
          // The other side has not offered this kind. Another negotiation, after this one, offers it.
          this.#transceivers[kind] = this.#create(kind);
        }
      }
    }
    await this.#fill();
  }

  /** @param {Tracks} tracks To be sent from now on; null stops sending this kind. */
  async set(tracks) {
    this.#tracks = tracks;
    await this.#fill();
  }

  /** @param {Kind} kind */
  #offered(kind) {
    return this.#connection
      .getTransceivers()
      .find((other) => other.mid !== null && !isStopped(other) && other.receiver.track.kind === kind);
  }

  /**
   * @param {Kind} kind
   * @returns {RTCRtpTransceiver}
   */
  #create(kind) {
    const track = this.#tracks[kind];
    if (track === null) return this.#connection.addTransceiver(kind, { direction: "recvonly" });
    // When offers collide, only transceivers that addTrack made are used for the remote offer (RFC 8829, section 5.10).
    const sender = this.#connection.addTrack(track, this.#stream);
    const transceiver = this.#connection.getTransceivers().find((made) => made.sender === sender);
    if (transceiver === undefined) throw new TypeError("This browser has no transceivers.");
    return transceiver;
  }

  /** Gives the tracks to their transceivers. All directions change at once, so that one negotiation serves both kinds. */
  async #fill() {
    await Promise.all(
      KINDS.map((kind) => {
        const transceiver = this.#transceivers[kind];
        const track = this.#tracks[kind];
        if (transceiver === undefined || isStopped(transceiver)) return undefined;
        // Once media was sent, a lost device does not change the direction: the next device needs no negotiation.
        if (track !== null || transceiver.currentDirection === null) transceiver.direction = directionFor(track);
        // Not in every browser. Without it only the grouping of the tracks is lost.
        if (track !== null) transceiver.sender.setStreams?.(this.#stream);
        return transceiver.sender.replaceTrack(track);
      }),
    );
  }
}

/**
 * @param {MediaStreamTrack | null} track
 * @returns {RTCRtpTransceiverDirection}
 */
function directionFor(track) {
  return track === null ? "recvonly" : "sendrecv";
}

/** @param {RTCRtpTransceiver} transceiver */
function isStopped(transceiver) {
  return transceiver.direction === "stopped" || transceiver.currentDirection === "stopped";
}
