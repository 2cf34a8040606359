/** Milliseconds after the first key frame until a second, in case the first met a path that was half open only. */
const SECOND = 700;

/** The key frames of one link after a gap. */
export class KeyFrames {
  #link;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import("./peer-link.js").PeerLink} link */
  constructor(link) {
    this.#link = link;
  }

  /** Sends one at once, and one more. */
  send() {
    this.stop();
    void this.#link.sendKeyFrame();
    this.#timer = setTimeout(() => void this.#link.sendKeyFrame(), SECOND);
  }

  /** Sends no more. */
  stop() {
    clearTimeout(this.#timer);
  }
}

/**
 * Makes every sender of a picture begin anew. After a gap the other side cannot go on without a key frame, and asks for
 * one every three seconds only.
 * @param {RTCPeerConnection} connection
 */
export async function sendKeyFrame(connection) {
  await Promise.all(
    connection
      .getSenders()
      .filter(({ track }) => track?.kind === "video")
      .map(forceKeyFrame),
  );
}

/** @param {RTCRtpSender} sender */
async function forceKeyFrame(sender) {
  try {
    const parameters = sender.getParameters();
    const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }));
    // The second argument is not in every browser yet, nor in the type (W3C webrtc-extensions).
    const setParameters = /** @type {(parameters: RTCRtpSendParameters, options: object) => Promise<void>} */ (
      sender.setParameters.bind(sender)
    );
    await setParameters(parameters, { encodingOptions });
  } catch {
    // Then the other side's own request has to do.
  }
}
