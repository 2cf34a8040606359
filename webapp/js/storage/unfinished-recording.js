import { sessionStore } from "./storage.js";

const KEY = "video-chat-room:recording";

/**
 * A recording that is running, or that a page of this tab has begun and not saved.
 * @typedef {object} UnfinishedRecording
 * @property {string} author Owns its pieces in the block store.
 * @property {string} name Of the file, with its extension.
 * @property {string} type The media type; may have parameters.
 */

/** @returns {UnfinishedRecording | null} */
export function unfinishedRecording() {
  try {
    const { author, name, type } = JSON.parse(sessionStore().get(KEY) ?? "{}");
    return [author, name, type].every((fact) => typeof fact === "string") ? { author, name, type } : null;
  } catch {
    return null;
  }
}

/** @param {UnfinishedRecording} recording It begins. */
export function recordingBegins(recording) {
  sessionStore().set(KEY, JSON.stringify(recording));
}

/** It is saved, or nobody wants it. */
export function recordingIsDone() {
  sessionStore().remove(KEY);
}
