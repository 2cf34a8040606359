/**
 * Adds a track of the other side to what is shown: one of each kind, however many it offers. A decoder runs for each
 * track that is received, so that another one is not: the answer says so.
 * @param {MediaStream} shown
 * @param {RTCTrackEvent} event
 * @param {readonly RTCRtpTransceiver[]} transceivers Of the connection.
 */
export function takeTrack(shown, { track, transceiver }, transceivers) {
  const present = shown.getTracks().find(({ kind, id }) => kind === track.kind && id !== track.id);
  if (present !== undefined && isSent(present, transceivers)) {
    transceiver.direction = "inactive";
    return;
  }
  if (present !== undefined) shown.removeTrack(present);
  shown.addTrack(track);
}

/**
 * @param {MediaStreamTrack} track
 * @param {readonly RTCRtpTransceiver[]} transceivers
 * @returns {boolean} Whether the other side sends it, or is about to: it was offered just now.
 */
function isSent(track, transceivers) {
  const transceiver = transceivers.find(({ receiver }) => receiver.track === track);
  return track.readyState === "live" && (!track.muted || transceiver?.currentDirection === null);
}
