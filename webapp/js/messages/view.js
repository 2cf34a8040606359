import { isPicture } from "./clean.js";
import { canHash } from "./digests.js";
import { MOST_WAITING } from "./limits.js";

/**
 * How the other side can be written to. "nobody": nobody was here yet; "away": somebody was, and may come back;
 * "foreign": the other one's client knows no chat; "broken": it does not keep to the protocol.
 * @typedef {"nobody" | "connecting" | "open" | "away" | "foreign" | "broken"} Contact
 */

/**
 * @typedef {object} FileView
 * @property {string} name
 * @property {number} size In bytes.
 * @property {import("./chat-log.js").FileState | "missing"} state "missing": it has to be chosen again.
 * @property {import("./wire.js").Reason | ""} reason Why it was canceled or failed.
 * @property {number} done Bytes that are there, or on their way.
 * @property {Blob | null} content The file itself, as far as it is here.
 * @property {boolean} isPicture Whether it can be shown.
 */

/**
 * @typedef {object} EntryView
 * @property {number} id
 * @property {"text" | "file" | "divider"} kind
 * @property {boolean} mine
 * @property {number} at In ms since 1970.
 * @property {string} text
 * @property {"" | "waiting" | "delivered" | "lost"} delivery Of what was said here.
 * @property {FileView | null} file
 */

/**
 * @typedef {object} MessagesView
 * @property {Contact} contact
 * @property {boolean} canWrite Whether something can be said: it is delivered now or later.
 * @property {boolean} canSendFiles
 * @property {readonly EntryView[]} entries
 */

/**
 * What is shown of chat and files.
 * @param {import("./chat-log.js").ChatLog} log
 * @param {Contact} contact
 * @param {import("./incoming-files.js").IncomingFiles} incoming
 * @param {import("./outgoing-files.js").OutgoingFiles} outgoing
 * @returns {MessagesView}
 */
export function viewOf(log, contact, incoming, outgoing) {
  const { entries, meeting, acked } = log.facts;
  const isReachable = contact === "open" || ((contact === "connecting" || contact === "away") && log.facts.peer !== "");
  const canWrite = isReachable && log.waiting.length < MOST_WAITING;
  return {
    contact,
    canWrite,
    canSendFiles: canWrite && canHash,
    entries: entries.map((entry) => {
      const { id, kind, mine, at, text, line } = entry;
      const isThere = entry.meeting !== meeting || line <= acked;
      const delivery = !mine ? "" : entry.lost ? "lost" : isThere ? "delivered" : "waiting";
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
