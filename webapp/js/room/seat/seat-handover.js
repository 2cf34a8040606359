const PREFIX = "video-chat-room:seat:";
/** Milliseconds to wait for the other tab, which may be closed. */
const ANSWER_TIMEOUT = 600;

/**
 * Which devices are on.
 * @typedef {Record<"camera" | "microphone", boolean>} DevicesOn
 */

/**
 * What a tab needs to take a seat back.
 * @typedef {object} Handover
 * @property {string | null} token The resume token.
 * @property {DevicesOn} on In the tab that has the seat.
 */

/**
 * Lets the tab of this browser that had the seat before take it back.
 * @param {string} participantId
 * @param {() => Handover} handover
 * @returns {() => void} Ends the offer.
 */
export function offerSeat(participantId, handover) {
  const channel = open(participantId);
  channel?.addEventListener("message", ({ data }) => {
    if (data === "ask") channel.postMessage(handover());
  });
  return () => channel?.close();
}

/**
 * Asks the tab that has the seat for it.
 * @param {string} participantId
 * @returns {Promise<Handover | null>} Null if no tab answers.
 */
export async function askForSeat(participantId) {
  const channel = open(participantId);
  if (channel === null) return null;
  try {
    return await new Promise((resolve) => {
      channel.addEventListener("message", ({ data }) => typeof data?.token === "string" && resolve(data));
      setTimeout(() => resolve(null), ANSWER_TIMEOUT);
      channel.postMessage("ask");
    });
  } finally {
    channel.close();
  }
}

/**
 * Takes the seat back from the tab that has it, with the devices that are on there.
 * @param {string} participantId
 * @param {import("./seat-tokens.js").SeatTokens} tokens Of this tab.
 * @param {import("../local/device-switches.js").DeviceSwitches} switches
 */
export async function takeSeatBack(participantId, tokens, switches) {
  const handover = await askForSeat(participantId);
  if (handover === null || handover.token === null) return;
  tokens.keep(handover.token);
  switches.take(handover.on);
}

/** @param {string} participantId */
function open(participantId) {
  return typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(PREFIX + participantId);
}
