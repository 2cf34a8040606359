import { firstText, text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */
/** @typedef {import("../../room/peer/peer-state.js").PeerState} PeerState */

/**
 * What the user can do about a problem. The page's main script does it.
 * @typedef {import("../commands.js").CallAction | LinkAction} Action
 */

/** @typedef {"leave" | "stop-waiting" | "other-room"} LinkAction Leads to the landing page. */

/**
 * @typedef {object} Problem
 * @property {string} title
 * @property {string} sentence
 * @property {boolean} serious Whether it interrupts a screen reader.
 * @property {boolean} isUnasked Whether the other person chooses when it comes up.
 * @property {Action[]} actions The first one is the primary action.
 */

/** Reasons with which a call goes on. */
const NOTED = [
  "camera-missing",
  "microphone-missing",
  "no-devices",
  "permission-refused",
  "device-busy",
  "media-failed",
  "insecure-origin",
];

/**
 * The sentence for the status line.
 * @param {CallState} state
 * @returns {string}
 */
export function statusSentence({ phase, notice, connection, quality, roomState }) {
  if (phase === "lobby" && roomState !== "") return text(`status.lobby.${roomState}`);
  const key = firstText(
    `status.${phase}.${notice}`,
    `status.${phase}.${quality}`,
    `status.${phase}.${connection}`,
    `status.${phase}`,
  );
  return key === undefined ? "" : text(key);
}

/**
 * The note beside the status sentence; usually empty.
 * @param {CallState} state
 * @returns {string}
 */
export function noteSentence({
  phase,
  notice,
  reason,
  previewing,
  ownStream,
  hidingDenied,
  mutedTalk,
  sharing,
  keptBudget,
  microphone,
  camera,
}) {
  if (phase === "lobby" && previewing && ownStream === null) return text("status.preparing");
  if (mutedTalk && phase === "connected") return text("note.muted-talk");
  const key = firstText(
    phase === "connected" ? `note.${notice}` : "",
    `note.${reason}`,
    hidingDenied ? "note.hiding-denied" : "",
    microphone === "interrupted" ? "note.microphone-interrupted" : "",
    camera === "interrupted" && !sharing ? "note.camera-interrupted" : "",
    sharing && keptBudget !== "sound" ? "note.sharing" : "",
    phase === "connected" ? `note.budget.${keptBudget}` : "",
  );
  return key === undefined || phase === "hung-up" || phase === "blocked" || phase === "moved" ? "" : text(key);
}

/**
 * @param {CallState} state
 * @returns {Problem | null} Null if there is none.
 */
export function problemOf(state) {
  const subject = subjectOf(state);
  if (subject === null) return null;
  const { reason, notice, hideAddress } = state;
  const title = firstText(`title.${subject}`) ?? "title.server-error";
  const relay = hideAddress === "impossible" ? "no-relay" : "";
  const sentence =
    firstText(`problem.${subject}.${notice}`, `problem.${subject}.${relay}`, `problem.${subject}`) ??
    "problem.server-error";
  return {
    title: text(title),
    sentence: text(sentence, { reason }),
    serious: state.phase !== "hung-up" && state.phase !== "moved",
    isUnasked: subject === "peer-flood",
    actions: actionsFor(state, subject),
  };
}

/**
 * @param {CallState} state
 * @returns {string | null} The part of the text keys that names the problem.
 */
function subjectOf({ phase, reason }) {
  if (phase === "blocked") return reason;
  if (["room-full", "server-unreachable", "connection-failed", "hung-up", "moved"].includes(phase)) return phase;
  return reason === "" || NOTED.includes(reason) ? null : reason;
}

/**
 * @param {CallState} state
 * @param {string} subject
 * @returns {Action[]}
 */
function actionsFor({ phase, usable }, subject) {
  switch (subject) {
    case "hung-up":
      return ["join-again", "other-room"];
    case "peer-flood":
      return ["join-again", "other-room"];
    case "moved":
      return ["take-back", "other-room"];
    case "room-full":
      return ["stop-waiting"];
    case "server-unreachable":
      return ["try-now", "check-connection", "leave"];
    case "no-webrtc":
      return ["copy-link", "leave"];
    case "invalid-room-name":
      return ["other-room"];
    case "insecure-origin":
      return ["join-without", "leave"];
    case "permission-refused":
    case "device-busy":
    case "media-failed":
      return [
        "try-again",
        ...usable.map((device) => /** @type {Action} */ (`join-${device}`)),
        "join-without",
        "check-connection",
      ];
    case "devices-waiting":
      return ["join-without"];
    case "connection-failed":
      return ["try-again", "check-connection"];
    default:
      return phase === "blocked" ? ["try-again", "check-connection", "leave"] : ["try-again"];
  }
}

/**
 * What to announce when the peer's state has changed.
 * @param {PeerState | null} before
 * @param {PeerState | null} now
 * @returns {string} Empty for nothing.
 */
export function otherSentence(before, now) {
  if (before === null || now === null) return "";
  const name = now.name === "" ? text("stage.remote") : now.name;
  const key = otherChange(before, now);
  return key === null ? "" : text(key, { name });
}

/**
 * @param {PeerState} before
 * @param {PeerState} now
 * @returns {import("../texts.js").TextKey | null}
 */
function otherChange(before, now) {
  if (before.budget !== now.budget) return `note.other-budget.${now.budget}`;
  if (before.sharing !== now.sharing) return now.sharing ? "note.other-shares" : "note.other-shares-no-more";
  if (before.microphone !== now.microphone) return now.microphone === "on" ? "note.other-unmuted" : "note.other-muted";
  if (before.camera !== now.camera) return now.camera === "on" ? "note.other-camera-on" : "note.other-camera-off";
  return null;
}

/**
 * @param {Pick<CallState, "remoteStream" | "connectedAt">} state
 * @returns {boolean} Whether the peer is shown: once media arrives or the connection was established, even if the peer
 *   sends no media.
 */
export function isTogether({ remoteStream, connectedAt }) {
  return remoteStream !== null || connectedAt !== null;
}

/**
 * Whether the screen stays on: also for a person who waits alone, or for a seat, and looks at nothing else. In the other
 * phases it is the person's turn.
 * @param {CallState} state
 */
export function keepsAwake({ phase }) {
  return !["preparing", "lobby", "blocked", "moved", "hung-up"].includes(phase);
}
