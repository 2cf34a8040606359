import { pictureLimit, soundLimit } from "./media-budget.js";

/** @typedef {import("./media-budget.js").Budget} Budget */
/** @typedef {import("./media-budget.js").SendLimit} SendLimit */
/** @typedef {RTCRtpSendParameters & { degradationPreference?: string }} SendParameters Not in every browser's type yet. */

/**
 * Keeps what one connection sends to a budget (RTCRtpSender.setParameters), without a negotiation. Sound is never given
 * up for the picture, and of a picture with too little to go by, a face loses size and a screen loses frames.
 */
export class SendLimits {
  #connection;
  /** @type {{ budget: Budget, music: boolean }} */
  #wish = { budget: "full", music: false };
  /** Parameters can be set once for each time they were asked for: one after the other. */
  #work = Promise.resolve();

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
    // Senders come with a negotiation, and some browsers take no parameters during one.
    connection.addEventListener("signalingstatechange", () => this.apply());
  }

  /**
   * @param {Budget} budget
   * @param {boolean} music Whether the sound is to be sent as it is.
   */
  set(budget, music) {
    this.#wish = { budget, music };
    this.apply();
  }

  /** Looks again at what is sent: another track may have another size. */
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
      // In the midst of a negotiation, or closed: the end of it comes with a change of state.
    }
  }

  /**
   * @param {MediaStreamTrack} track
   * @returns {SendLimit}
   */
  #limitOf(track) {
    const { budget, music } = this.#wish;
    if (track.kind === "audio") return soundLimit(budget, music);
    const { width = 0, height = 0 } = track.getSettings();
    return pictureLimit(budget, { shortSide: Math.min(width, height), isScreen: isScreen(track) });
  }
}

/** @param {MediaStreamTrack} track */
function isScreen(track) {
  return track.contentHint === "detail";
}

/**
 * @param {RTCRtpEncodingParameters} encoding
 * @param {SendLimit} limit
 * @returns {boolean} Whether anything of it was another.
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
