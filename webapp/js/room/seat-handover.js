const PREFIX = "video-chat-room:seat:";
/** Milliseconds the other tab may take to answer; it may be closed. */
const PATIENCE = 600;

/**
 * Lets another tab of this browser that had the seat before take it back: answers with the token.
 * @param {string} participantId
 * @param {() => string | null} token
 * @returns {() => void} Ends it.
 */
export function offerSeat(participantId, token) {
  const channel = open(participantId);
  channel?.addEventListener("message", ({ data }) => {
    if (data === "ask") channel.postMessage({ token: token() });
  });
  return () => channel?.close();
}

/**
 * Asks the tab that has the seat now for it.
 * @param {string} participantId
 * @returns {Promise<string | null>} Null if none answers.
 */
export async function askForSeat(participantId) {
  const channel = open(participantId);
  if (channel === null) return null;
  try {
    return await new Promise((resolve) => {
      channel.addEventListener("message", ({ data }) => typeof data?.token === "string" && resolve(data.token));
      setTimeout(() => resolve(null), PATIENCE);
      channel.postMessage("ask");
    });
  } finally {
    channel.close();
  }
}

/** @param {string} participantId */
function open(participantId) {
  return typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(PREFIX + participantId);
}
