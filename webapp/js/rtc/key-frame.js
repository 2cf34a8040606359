/**
 * Makes every sender of a picture begin anew. After a gap the other side cannot go on without a key frame, and asks for
 * one every three seconds only.
 * @param {RTCPeerConnection} connection
 */
export async function sendKeyFrame(connection) {
  await Promise.all(connection.getSenders().filter(({ track }) => track?.kind === "video").map(forceKeyFrame));
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
