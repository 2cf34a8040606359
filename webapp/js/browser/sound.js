import { attempt, attemptNow } from "./attempt.js";

/**
 * For callers that cannot do without.
 * @throws {unknown} Where the browser has none, or no more of them.
 */
export function newAudioContext() {
  return new AudioContext();
}

/** @returns {AudioContext | null} Null where the browser has none, or no more of them. */
export function openAudioContext() {
  return attemptNow(newAudioContext, null);
}

/**
 * Plays on a speaker.
 * @param {HTMLMediaElement} player
 * @param {string} speaker Its device id; empty for the browser's choice.
 * @returns {Promise<boolean>} Whether it does. Otherwise, as when it is unplugged, the previous one plays on.
 */
export function playOn(player, speaker) {
  return attempt(async () => {
    await player.setSinkId(speaker);
    return true;
  }, false);
}
