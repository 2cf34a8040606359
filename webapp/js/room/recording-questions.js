import { readJson } from "../guard/json-message.js";
import { NO_REFUSALS, QuestionPolicy, readRefusals } from "../guard/question-policy.js";
import { sessionStore } from "../storage/storage.js";

/**
 * When the peer may ask for a recording. Kept for this tab and room until the person hangs up.
 * @param {string} room A key of room-key.js.
 * @param {import("../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's session
 *   storage.
 */
export function recordingQuestions(room, area) {
  const store = sessionStore(area);
  const key = `video-chat-room:refusals:${room}`;
  return new QuestionPolicy(readRefusals(readJson(store.get(key) ?? "")), (refusals) =>
    refusals === NO_REFUSALS ? store.remove(key) : store.set(key, JSON.stringify(refusals)),
  );
}
