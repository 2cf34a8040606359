/**
 * What the statistics of a link show at one moment (W3C webrtc-stats). Counts are totals since the link was made.
 * @typedef {object} StatsSample
 * @property {number} at In ms.
 * @property {number} activity Grows whenever anything arrives: media, feedback or the answer to a connectivity check.
 * @property {number} mediaBytes Received bytes of audio and video.
 * @property {number} received Received packets of audio and video.
 * @property {number} lost Packets of audio and video that did not arrive.
 * @property {number} frames Decoded video frames.
 * @property {number | null} roundTrip Round-trip time of the selected candidate pair in ms; null if it is not known.
 * @property {"direct" | "relayed" | null} path Whether media goes through a TURN relay; null while no pair is selected.
 */

/**
 * @param {RTCStatsReport} report
 * @param {number} at In ms.
 * @returns {StatsSample}
 */
export function sampleOf(report, at) {
  /** @type {StatsSample} */
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
  // In Firefox the candidate pair itself is marked.
  return [...report.values()].find((entry) => entry.type === "candidate-pair" && entry.selected);
}

/** @param {unknown} value */
function number(value) {
  return typeof value === "number" ? value : 0;
}
