import { audioLimit, videoLimit } from "./media-budget.js";

/** @typedef {import("./media-budget.js").Budget} Budget */
/** @typedef {import("./media-budget.js").SendLimit} SendLimit */
/** @typedef {RTCRtpSendParameters & { degradationPreference?: string }} SendParameters `degradationPreference` is not in the type. */

/**
 * Limits what one connection sends to a budget (RTCRtpSender.setParameters), without a negotiation. Audio is never given
 * up for video. With too little bandwidth, a camera's video loses size and a screen's video loses frames.
 */
export class SendLimits {
  #connection;
  /** @type {{ budget: Budget, music: boolean }} */
  #wish = { budget: "full", music: false };
  /** Parameters can be set only once after they were read (webrtc-pc, section 5.2), so changes run one after the other. */
  #work = Promise.resolve();

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
    // Senders are added by a negotiation, and some browsers refuse parameters during one.
    connection.addEventListener("signalingstatechange", () => this.apply());
  }

  /**
   * @param {Budget} budget
   * @param {boolean} music Whether the audio is music.
   */
  set(budget, music) {
    this.#wish = { budget, music };
    this.apply();
  }

  /** Applies the limits again, because another track may have another size. */
  apply() {
    this.#work = this.#work.then(async () => {
      await Promise.all(this.#connection.getSenders().map((sender) => this.#limit(sender)));
    });
  }

  /** @param {RTCRtpSender} sender */
  async #limit(sender) {
    const { track } = sender;
    if (track === null || this.#connection.signalingState === "closed") return;
    try {
      const parameters = /** @type {SendParameters} */ (sender.getParameters());
      const [encoding] = parameters.encodings;
      if (encoding === undefined || !change(encoding, this.#limitOf(track))) return;
      if (track.kind === "video")
        parameters.degradationPreference = isScreen(track) ? "maintain-resolution" : "maintain-framerate";
      await sender.setParameters(parameters);
    } catch {
      // During a negotiation, or closed. The limits are applied again when the signaling state changes.
    }
  }

  /**
   * @param {MediaStreamTrack} track
   * @returns {SendLimit}
   */
  #limitOf(track) {
    const { budget, music } = this.#wish;
    if (track.kind === "audio") return audioLimit(budget, music);
    const { width = 0, height = 0 } = track.getSettings();
    return videoLimit(budget, { shortSide: Math.min(width, height), isScreen: isScreen(track) });
  }
}

/** @param {MediaStreamTrack} track */
function isScreen(track) {
  return track.contentHint === "detail";
}

/**
 * @param {RTCRtpEncodingParameters} encoding
 * @param {SendLimit} limit
 * @returns {boolean} Whether anything has changed.
 */
function change(encoding, limit) {
  const members = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (encoding));
  let changed = false;
  for (const [name, value] of Object.entries(limit)) {
    if (members[name] === value) continue;
    changed = true;
    if (value === undefined) delete members[name];
    else members[name] = value;
  }
  return changed;
}
