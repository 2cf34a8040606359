/** Milliseconds from the first key frame to the second, in case the first met a path that was open in one direction. */
const REPEAT_DELAY = 700;

/** Sends key frames on one link after a gap in its media. */
export class KeyFrames {
  #link;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import("./peer-link.js").PeerLink} link */
  constructor(link) {
    this.#link = link;
  }

  /** Sends one now, and a second one a little later. */
  send() {
    this.stop();
    void this.#link.sendKeyFrame();
    this.#timer = setTimeout(() => void this.#link.sendKeyFrame(), REPEAT_DELAY);
  }

  /** Cancels the second one. */
  stop() {
    clearTimeout(this.#timer);
  }
}

/**
 * Makes every video sender of a connection encode a key frame. Without it, video stays frozen after a gap until the
 * receiver requests a key frame, which it does only every three seconds.
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
    // The second argument (W3C webrtc-extensions) is not in every browser, and not in the type.
    const setParameters = /** @type {(parameters: RTCRtpSendParameters, options: object) => Promise<void>} */ (
      sender.setParameters.bind(sender)
    );
    await setParameters(parameters, { encodingOptions });
  } catch {
    // The receiver's own request has to suffice.
  }
}
