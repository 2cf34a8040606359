import { sessionStore } from "./storage.js";

const KEY = "video-chat-room:recordings";

/**
 * A recording that is running, or that a page of this tab has begun and not saved for certain.
 * @typedef {object} UnfinishedRecording
 * @property {string} author Owns its pieces in the block store.
 * @property {string} room A key of room-key.js.
 * @property {string} name Of the file, with its extension.
 * @property {string} type The media type; may have parameters.
 */

/**
 * @param {string} room A key of room-key.js.
 * @returns {UnfinishedRecording[]} Those of this room.
 */
export function unfinishedRecordings(room) {
  return all().filter((recording) => recording.room === room);
}

/** @param {UnfinishedRecording} recording It begins. */
export function recordingBegins(recording) {
  keep([...all(), recording]);
}

/** @param {string} author Of a recording that is saved, or that nobody wants. */
export function recordingIsDone(author) {
  keep(all().filter((recording) => recording.author !== author));
}

/** @returns {UnfinishedRecording[]} */
function all() {
  try {
    const kept = JSON.parse(sessionStore().get(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecording) : [];
  } catch {
    return [];
  }
}

/** @param {UnfinishedRecording[]} recordings */
function keep(recordings) {
  if (recordings.length === 0) sessionStore().remove(KEY);
  else sessionStore().set(KEY, JSON.stringify(recordings));
}

/** @param {any} kept */
function isRecording({ author, room, name, type } = {}) {
  return [author, room, name, type].every((fact) => typeof fact === "string");
}
