import { isPicture } from "./clean.js";
import { canHash } from "../browser/hashing.js";
import { MAX_WAITING } from "./limits.js";

/**
 * Whether the peer can be written to. "nobody": there was no peer yet; "away": the peer has gone and may return;
 * "foreign": the peer's client has no chat; "broken": the peer has violated the protocol.
 * @typedef {"nobody" | "connecting" | "open" | "away" | "foreign" | "broken"} Contact
 */

/**
 * @typedef {object} FileView
 * @property {string} name
 * @property {number} size In bytes.
 * @property {import("./chat-log.js").FileState | "missing"} state "missing": the user has to choose it again.
 * @property {import("./wire.js").Reason | ""} reason Why it was canceled or failed.
 * @property {number} done Bytes that have arrived or were sent.
 * @property {Blob | null} content The file, if this page has all of it.
 * @property {boolean} isPicture Whether the page can show it.
 */

/**
 * @typedef {object} EntryView
 * @property {number} id
 * @property {"text" | "file" | "divider"} kind
 * @property {boolean} mine
 * @property {number} at In ms since 1970.
 * @property {string} text
 * @property {"" | "waiting" | "delivered" | "lost"} delivery Of an own entry.
 * @property {FileView | null} file
 */

/**
 * @typedef {object} MessagesView
 * @property {Contact} contact
 * @property {boolean} canWrite Whether a line can be sent, now or when the peer is back.
 * @property {boolean} isFull Whether it cannot only because so many wait already.
 * @property {boolean} canSendFiles
 * @property {boolean} canDeclineAll Whether the user has declined a file, and may want no more of them.
 * @property {boolean} isShortened Whether the oldest entries are no longer kept.
 * @property {readonly EntryView[]} entries
 */

/**
 * Derives what the page shows of chat and files.
 * @param {import("./chat-log.js").ChatLog} log
 * @param {Contact} contact
 * @param {import("./incoming-files.js").IncomingFiles} incoming
 * @param {import("./outgoing-files.js").OutgoingFiles} outgoing
 * @returns {MessagesView}
 */
export function viewOf(log, contact, incoming, outgoing) {
  const { entries, meeting, acked, peer, dropped } = log.facts;
  const isReachable = contact === "open" || ((contact === "connecting" || contact === "away") && peer !== "");
  const isFull = isReachable && log.waiting.length >= MAX_WAITING;
  const canWrite = isReachable && !isFull;
  return {
    contact,
    canWrite,
    isFull,
    canSendFiles: canWrite && canHash,
    canDeclineAll: incoming.policy.questions.hasRefused,
    isShortened: dropped > 0,
    entries: entries
      .filter((entry) => !incoming.policy.holds(entry))
      .map((entry) => {
        const { id, kind, mine, at, text, line } = entry;
        const isDelivered = entry.meeting !== meeting || line <= acked;
        const delivery = !mine ? "" : entry.lost ? "lost" : isDelivered ? "delivered" : "waiting";
        return { id, kind, mine, at, text, delivery, file: fileView(entry, incoming, outgoing) };
      }),
  };
}

/**
 * @param {import("./chat-log.js").Entry} entry
 * @param {import("./incoming-files.js").IncomingFiles} incoming
 * @param {import("./outgoing-files.js").OutgoingFiles} outgoing
 * @returns {FileView | null}
 */
function fileView(entry, incoming, outgoing) {
  if (entry.file === null) return null;
  const { name, size, media, state, reason } = entry.file;
  const done = state === "complete" ? size : entry.mine ? outgoing.sent(entry) : incoming.arrived(entry);
  return {
    name,
    size,
    state: entry.mine && state === "running" && outgoing.isMissing(entry) ? "missing" : state,
    reason,
    done,
    content: entry.mine ? outgoing.source(entry) : incoming.whole(entry),
    isPicture: isPicture(media),
  };
}
