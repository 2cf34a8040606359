import { TabChannel } from "../../browser/tab-channel.js";

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
  const channel = new TabChannel(PREFIX + participantId, (data) => data === "ask" && channel.send(handover()));
  return () => channel.close();
}

/**
 * Asks the tab that has the seat for it.
 * @param {string} participantId
 * @returns {Promise<Handover | null>} Null if no tab answers.
 */
export async function askForSeat(participantId) {
  return await new Promise((resolve) => {
    /** @param {Handover | null} handover */
    const end = (handover) => {
      channel.close();
      resolve(handover);
    };
    const channel = new TabChannel(PREFIX + participantId, (data) => typeof data?.token === "string" && end(data));
    if (!channel.isOpen) return end(null);
    setTimeout(() => end(null), ANSWER_TIMEOUT);
    channel.send("ask");
  });
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
