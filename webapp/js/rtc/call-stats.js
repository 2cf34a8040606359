import { sampleOf } from "./stats-sample.js";

/**
 * What the statistics sheet shows of one kind of media in one direction. Null is unknown.
 * @typedef {object} MediaFigures
 * @property {string} codec Empty if it is unknown.
 * @property {number | null} bitrate In kbit/s.
 * @property {number | null} loss Share of the latest packets that were lost, from 0 to 1.
 * @property {number | null} width Pixels. This and what follows: video only.
 * @property {number | null} height Pixels.
 * @property {number | null} frames Frames per second.
 * @property {"" | "bandwidth" | "cpu"} limited What reduces the quality of the sent video (qualityLimitationReason).
 */

/**
 * @typedef {object} CallStats
 * @property {number | null} roundTrip In ms.
 * @property {Record<"audio" | "video", MediaFigures>} sent
 * @property {Record<"audio" | "video", MediaFigures>} received
 */

/**
 * Computes what the statistics sheet shows (W3C webrtc-stats).
 * @param {RTCStatsReport} report
 * @param {RTCStatsReport | null} before An earlier report of the same connection. Rates are those since then; null
 *   without it.
 * @returns {CallStats}
 */
export function callStats(report, before) {
  const of = (/** @type {"outbound-rtp" | "inbound-rtp"} */ type) => ({
    audio: mediaFigures(report, before, type, "audio"),
    video: mediaFigures(report, before, type, "video"),
  });
  return { roundTrip: sampleOf(report, 0).roundTrip, sent: of("outbound-rtp"), received: of("inbound-rtp") };
}

/**
 * @param {RTCStatsReport} report
 * @param {RTCStatsReport | null} before
 * @param {"outbound-rtp" | "inbound-rtp"} type
 * @param {"audio" | "video"} kind
 * @returns {MediaFigures}
 */
function mediaFigures(report, before, type, kind) {
  const entry = [...report.values()].find((one) => one.type === type && one.kind === kind);
  const earlier = before?.get(entry?.id);
  return {
    codec: codecName(report.get(entry?.codecId)?.mimeType),
    bitrate: rate(entry, earlier, type === "inbound-rtp" ? "bytesReceived" : "bytesSent", 8 / 1000),
    loss: type === "inbound-rtp" ? receivedLoss(entry, earlier) : sentLoss(report, entry),
    width: number(entry?.frameWidth),
    height: number(entry?.frameHeight),
    frames:
      kind === "video" ? rate(entry, earlier, type === "inbound-rtp" ? "framesDecoded" : "framesEncoded", 1) : null,
    limited: ["bandwidth", "cpu"].includes(entry?.qualityLimitationReason) ? entry.qualityLimitationReason : "",
  };
}

/**
 * @param {any} entry
 * @param {any} earlier
 * @param {string} member A counter.
 * @param {number} factor
 * @returns {number | null} How much the counter has grown per second, times the factor.
 */
function rate(entry, earlier, member, factor) {
  const [now, then] = [number(entry?.[member]), number(earlier?.[member])];
  const milliseconds = (entry?.timestamp ?? 0) - (earlier?.timestamp ?? 0);
  return now === null || then === null || milliseconds <= 0
    ? null
    : Math.max(0, ((now - then) * factor * 1000) / milliseconds);
}

/**
 * @param {any} entry
 * @param {any} earlier
 */
function receivedLoss(entry, earlier) {
  const lost = (entry?.packetsLost ?? 0) - (earlier?.packetsLost ?? 0);
  const received = (entry?.packetsReceived ?? 0) - (earlier?.packetsReceived ?? 0);
  return lost + received <= 0 ? null : Math.max(0, lost / (lost + received));
}

/**
 * @param {RTCStatsReport} report
 * @param {any} entry
 * @returns {number | null} The fraction lost that the other side reports (RTCP, RFC 3550, section 6.4.1).
 */
function sentLoss(report, entry) {
  const remote = [...report.values()].find((one) => one.type === "remote-inbound-rtp" && one.localId === entry?.id);
  return number(remote?.fractionLost);
}

/** @param {string | undefined} mimeType */
function codecName(mimeType) {
  return mimeType?.replace(/^\w+\//, "") ?? "";
}

/**
 * @param {unknown} value
 * @returns {number | null}
 */
function number(value) {
  return typeof value === "number" ? value : null;
}
