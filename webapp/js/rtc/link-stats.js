/**
 * What one look at a link shows.
 * @typedef {object} LinkSample
 * @property {number} at Milliseconds.
 * @property {number} activity Grows whenever anything arrives: media, feedback or an answered connectivity check.
 * @property {number} mediaBytes Of received sound and picture.
 * @property {number} received Packets of media.
 * @property {number} lost Packets of media that did not arrive.
 * @property {number} frames Of the picture, decoded.
 * @property {number | null} roundTrip Milliseconds.
 * @property {"direct" | "relayed" | null} path Null while there is none.
 */

/**
 * @param {RTCStatsReport} report
 * @param {number} at
 * @returns {LinkSample}
 */
export function sampleOf(report, at) {
  /** @type {LinkSample} */
  const sample = { at, activity: 0, mediaBytes: 0, received: 0, lost: 0, frames: 0, roundTrip: null, path: null };
  for (const entry of report.values()) {
    if (entry.type === "inbound-rtp") {
      sample.mediaBytes += number(entry.bytesReceived);
      sample.received += number(entry.packetsReceived);
      sample.lost += number(entry.packetsLost);
      sample.frames += number(entry.framesDecoded);
    } else if (entry.type === "candidate-pair") {
      sample.activity += number(entry.bytesReceived) + number(entry.responsesReceived);
    }
  }
  sample.activity += sample.mediaBytes;
  const pair = selectedPair(report);
  if (pair !== undefined) {
    const ends = [report.get(pair.localCandidateId), report.get(pair.remoteCandidateId)];
    sample.path = ends.some((end) => end?.candidateType === "relay") ? "relayed" : "direct";
    sample.roundTrip = pair.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000;
  }
  return sample;
}

/** @param {RTCStatsReport} report */
function selectedPair(report) {
  for (const entry of report.values()) {
    if (entry.type === "transport" && entry.selectedCandidatePairId) return report.get(entry.selectedCandidatePairId);
  }
  // Firefox marks the pair itself.
  return [...report.values()].find((entry) => entry.type === "candidate-pair" && entry.selected);
}

/** @param {unknown} value */
function number(value) {
  return typeof value === "number" ? value : 0;
}
