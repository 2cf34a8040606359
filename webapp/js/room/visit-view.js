/** @typedef {import("./call-state.js").CallState} CallState */
/** @typedef {import("./call-state.js").Notice} Notice */
/** @typedef {import("./call-state.js").Phase} Phase */

/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {{ isTaken: boolean, isRefused: boolean, retryAt: number | null }} SeatFacts */

/** @typedef {import("../rtc/link-watch.js").LinkHealth} LinkHealth */

/** @type {Record<LinkHealth, Phase>} */
const PHASES = {
  connecting: "connecting",
  connected: "connected",
  reconnecting: "reconnecting",
  failed: "connection-failed",
};

/** @type {Record<import("../protocol/messages.js").LeaveReason, Notice>} */
export const ENDINGS = { left: "left", connection_lost: "connection-lost", removed: "removed" };

/**
 * What a person is shown of a visit.
 * @param {SeatFacts} seat
 * @param {Pick<Conversation, "health" | "troubledSince" | "path" | "quality" | "remoteStream" | "remotePicture"
 *   | "other" | "connectedAt" | "arriving" | "budget">
 *   | null} conversation
 * @param {boolean} otherPresent Whether signals reach the other participant.
 * @param {Notice} ending How the last conversation ended.
 * @returns {Partial<CallState>}
 */
export function viewOf(seat, conversation, otherPresent, ending) {
  const phase = phaseOf(seat, conversation?.health ?? null);
  const connected = phase === "connected";
  return {
    phase,
    notice: phase === "waiting" ? ending : noticeOf(phase, !seat.isTaken, otherPresent),
    retryAt: seat.retryAt,
    since: phase === "reconnecting" ? (conversation?.troubledSince ?? null) : null,
    connection: connected ? (conversation?.path ?? "") : "",
    quality: connected ? (conversation?.quality ?? "") : "",
    remoteStream: conversation?.remoteStream ?? null,
    remotePicture: conversation?.remotePicture ?? false,
    received: connected ? (conversation?.arriving ?? null) : null,
    sent: connected ? (conversation?.other?.arriving ?? null) : null,
    keptBudget: conversation?.budget ?? null,
    other: conversation?.other ?? null,
    connectedAt: conversation?.connectedAt ?? null,
  };
}

/**
 * @param {SeatFacts} seat
 * @param {LinkHealth | null} health Of the conversation, if there is one.
 * @returns {Phase}
 */
function phaseOf({ isTaken, isRefused, retryAt }, health) {
  // A first connection cannot be made without the server; one that was made can be mended.
  if (health === "connecting" && retryAt !== null) return "server-unreachable";
  if (health !== null) return PHASES[health];
  if (isTaken) return "waiting";
  if (isRefused) return "room-full";
  return retryAt === null ? "joining" : "server-unreachable";
}

/**
 * @param {Phase} phase
 * @param {boolean} serverAway
 * @param {boolean} otherPresent
 * @returns {Notice}
 */
function noticeOf(phase, serverAway, otherPresent) {
  if (phase !== "connected" && phase !== "reconnecting" && phase !== "connection-failed") return "";
  if (serverAway) return "server-away";
  return otherPresent ? "" : "other-away";
}
