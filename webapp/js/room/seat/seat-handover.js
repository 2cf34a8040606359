const PREFIX = "video-chat-room:seat:";
/** Milliseconds to wait for the other tab, which may be closed. */
const ANSWER_TIMEOUT = 600;

/**
 * Lets the tab of this browser that had the seat before take it back: answers it with the resume token.
 * @param {string} participantId
 * @param {() => string | null} token
 * @returns {() => void} Ends the offer.
 */
export function offerSeat(participantId, token) {
  const channel = open(participantId);
  channel?.addEventListener("message", ({ data }) => {
    if (data === "ask") channel.postMessage({ token: token() });
  });
  return () => channel?.close();
}

/**
 * Asks the tab that has the seat for its resume token.
 * @param {string} participantId
 * @returns {Promise<string | null>} Null if no tab answers.
 */
export async function askForSeat(participantId) {
  const channel = open(participantId);
  if (channel === null) return null;
  try {
    return await new Promise((resolve) => {
      channel.addEventListener("message", ({ data }) => typeof data?.token === "string" && resolve(data.token));
      setTimeout(() => resolve(null), ANSWER_TIMEOUT);
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
