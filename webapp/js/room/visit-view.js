import { distinctName } from "./participant-name.js";

/** @typedef {import("./call-state.js").CallState} CallState */
/** @typedef {import("./call-state.js").Notice} Notice */
/** @typedef {import("./call-state.js").Phase} Phase */
/** @typedef {import("./peer/peer.js").Peer} Peer */
/** @typedef {import("../rtc/connection-monitor.js").ConnectionMonitor} ConnectionMonitor */
/** @typedef {import("../rtc/connection-monitor.js").ConnectionHealth} ConnectionHealth */

/** @typedef {Pick<import("./seat/seat.js").Seat, "isTaken" | "isRefused" | "retryAt">} SeatFacts */

/**
 * @typedef {Pick<Peer, "state" | "connectedAt" | "remoteStream" | "remotePicture" | "budget">
 *   & { monitor: Pick<ConnectionMonitor, "health" | "troubledSince" | "path" | "quality"> }} PeerFacts
 */

/** @type {Record<ConnectionHealth, Phase>} */
const PHASES = {
  connecting: "connecting",
  connected: "connected",
  reconnecting: "reconnecting",
  failed: "connection-failed",
};

/**
 * Derives the call's state from a visit.
 * @param {SeatFacts} seat
 * @param {PeerFacts | null} peer
 * @param {boolean} isPeerPresent Whether the server can pass signals on to the peer.
 * @param {Notice} ending How the last peer left.
 * @param {string} ownName
 * @returns {Partial<CallState>}
 */
export function viewOf(seat, peer, isPeerPresent, ending, ownName) {
  const phase = phaseOf(seat, peer?.monitor.health ?? null);
  const connected = phase === "connected" ? peer : null;
  return {
    phase,
    notice: phase === "waiting" ? ending : noticeOf(phase, seat.isTaken, isPeerPresent),
    retryAt: seat.retryAt,
    since: phase === "reconnecting" ? (peer?.monitor.troubledSince ?? null) : null,
    connection: connected?.monitor.path ?? "",
    quality: connected?.monitor.quality.value ?? "",
    remoteStream: peer?.remoteStream ?? null,
    remotePicture: peer?.remotePicture ?? false,
    received: connected?.monitor.quality.signal ?? null,
    sent: connected?.state?.arriving ?? null,
    keptBudget: peer?.budget ?? null,
    other: peer?.state ? { ...peer.state, name: distinctName(peer.state.name, ownName) } : null,
    connectedAt: peer?.connectedAt ?? null,
  };
}

/**
 * @param {SeatFacts} seat
 * @param {ConnectionHealth | null} health Null without a peer.
 * @returns {Phase}
 */
function phaseOf({ isTaken, isRefused, retryAt }, health) {
  // A first connection needs the server. A connection that was made is restored without it.
  if (health === "connecting" && retryAt !== null) return "server-unreachable";
  if (health !== null) return PHASES[health];
  if (isTaken) return "waiting";
  if (isRefused) return "room-full";
  return retryAt === null ? "joining" : "server-unreachable";
}

/**
 * @param {Phase} phase
 * @param {boolean} isSeated
 * @param {boolean} isPeerPresent
 * @returns {Notice}
 */
function noticeOf(phase, isSeated, isPeerPresent) {
  if (phase !== "connected" && phase !== "reconnecting" && phase !== "connection-failed") return "";
  if (!isSeated) return "server-away";
  return isPeerPresent ? "" : "other-away";
}
