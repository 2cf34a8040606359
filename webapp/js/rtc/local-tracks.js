import { preferCodecs } from "./codec-preference.js";

/** @typedef {"audio" | "video"} Kind */
/** @typedef {{ audio: MediaStreamTrack | null, video: MediaStreamTrack | null }} Tracks */

/** @type {readonly Kind[]} */
const KINDS = ["audio", "video"];

/**
 * What one connection sends: one transceiver for sound and one for the picture, whichever side made them, so that a
 * track can come, go and be exchanged with as few negotiations as possible.
 */
export class LocalTracks {
  #connection;
  /** Names this side's media to a client that waits for `event.streams[0]`. */
  #stream = new MediaStream();
  /** @type {Tracks} */
  #tracks = { audio: null, video: null };
  /** @type {Partial<Record<Kind, RTCRtpTransceiver>>} */
  #transceivers = {};

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** The identification of the first media line, for candidates. */
  get firstMid() {
    return this.#connection.getTransceivers().find(({ mid }) => mid !== null)?.mid ?? "0";
  }

  /** Makes the transceivers that are not there yet. */
  prepare() {
    for (const kind of KINDS) {
      if (this.#transceivers[kind] === undefined) preferCodecs((this.#transceivers[kind] = this.#create(kind)));
    }
  }

  /** Takes over the transceivers that a remote offer made or found, before it is answered. */
  async adopt() {
    for (const kind of KINDS) {
      const own = this.#transceivers[kind];
      if ((own?.mid ?? null) === null) {
        const offered = this.#offered(kind);
        if (offered !== undefined) {
          // What is left of an own offer that was rolled back is of no use any more. (Stopped before it has a media
          // line, it would keep Chromium asking for a negotiation for ever.)
          if (own !== undefined) own.direction = "inactive";
          this.#transceivers[kind] = offered;
          preferCodecs(offered, this.#connection.remoteDescription?.sdp);
        } else if (own === undefined && this.#tracks[kind] !== null) {
          // The other side did not ask for this kind: one more negotiation, after this one, offers it.
          this.#transceivers[kind] = this.#create(kind);
        }
      }
    }
    await this.#fill();
  }

  /** @param {Tracks} tracks */
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
    // Only what addTrack made is used again for the other side's offer when offers cross (RFC 8829, section 5.10).
    const sender = this.#connection.addTrack(track, this.#stream);
    const transceiver = this.#connection.getTransceivers().find((made) => made.sender === sender);
    if (transceiver === undefined) throw new TypeError("This browser has no transceivers.");
    return transceiver;
  }

  /** Gives the tracks to their transceivers: all directions at once, so that one negotiation serves both. */
  async #fill() {
    await Promise.all(
      KINDS.map((kind) => {
        const transceiver = this.#transceivers[kind];
        const track = this.#tracks[kind];
        if (transceiver === undefined || isStopped(transceiver)) return undefined;
        // Once something was sent, a lost device leaves the line as it is: the next one needs no negotiation.
        if (track !== null || transceiver.currentDirection === null) transceiver.direction = directionFor(track);
        // Not in every browser yet; without it only the grouping of the tracks is lost.
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
