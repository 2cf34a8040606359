import { firstText, text } from "./texts.js";

/** @typedef {import("../room/call-state.js").CallState} CallState */
/** @typedef {import("../room/other-state.js").OtherState} OtherState */

/**
 * What a person can do about a problem; the page's main script does it.
 * @typedef {"try-again" | "try-now" | "join-again" | "join-without" | "join-microphone" | "join-camera" | "copy-link"
 *   | "take-back" | "check-connection" | "leave" | "stop-waiting" | "other-room"} Action
 */

/**
 * @typedef {object} Problem
 * @property {string} title
 * @property {string} sentence
 * @property {boolean} serious Whether a screen reader is to be interrupted.
 * @property {Action[]} actions The first is the one most people want.
 */

/** The reasons with which a call goes on. */
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
 * What else is worth knowing while the call goes on; empty mostly.
 * @param {CallState} state
 * @returns {string}
 */
export function noteSentence({ phase, notice, reason, ownStream, hidingDenied, mutedTalk, sharing, keptBudget }) {
  if (phase === "lobby" && ownStream === null) return text("status.preparing");
  if (mutedTalk && phase === "connected") return text("note.muted-talk");
  const key = firstText(
    phase === "connected" ? `note.${notice}` : "",
    `note.${reason}`,
    hidingDenied ? "note.hiding-denied" : "",
    sharing && keptBudget !== "sound" ? "note.sharing" : "",
    phase === "connected" ? `note.budget.${keptBudget}` : "",
  );
  return key === undefined || phase === "hung-up" || phase === "blocked" || phase === "moved" ? "" : text(key);
}

/**
 * @param {CallState} state
 * @returns {Problem | null} Null if there is nothing for the person to know or do.
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
    actions: actionsFor(state, subject),
  };
}

/**
 * @param {CallState} state
 * @returns {string | null} What the problem is called in texts.js.
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
    case "connection-failed":
      return ["try-again", "check-connection"];
    default:
      return phase === "blocked" ? ["try-again", "check-connection", "leave"] : ["try-again"];
  }
}

/**
 * What is worth saying in passing when the other participant's state has changed.
 * @param {OtherState | null} before
 * @param {OtherState | null} now
 * @returns {string} Empty if nothing is.
 */
export function otherSentence(before, now) {
  if (before === null || now === null) return "";
  const name = now.name === "" ? text("stage.remote") : now.name;
  const key = otherChange(before, now);
  return key === null ? "" : text(key, { name });
}

/**
 * @param {OtherState} before
 * @param {OtherState} now
 * @returns {import("./texts.js").TextKey | null}
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
 * @returns {boolean} Whether there is somebody to be shown: from the first sound or picture on, and once one has been
 *   connected to him also if he sends neither.
 */
export function isTogether({ remoteStream, connectedAt }) {
  return remoteStream !== null || connectedAt !== null;
}
