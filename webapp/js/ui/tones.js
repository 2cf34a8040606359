import { attempt, inTime } from "../browser/attempt.js";
import { openAudioContext, playOn } from "../browser/sound.js";

/**
 * @typedef {object} Tones
 * @property {readonly number[]} notes Frequencies in Hz, played one after the other.
 * @property {number} length Seconds of one note.
 * @property {number} loudness From 0 to 1.
 */

/** @type {Tones} Long and loud enough to judge a speaker. */
export const TEST = { notes: [523.25, 659.25, 783.99], length: 0.28, loudness: 0.3 };
/** @type {Tones} Quiet: it announces somebody and is no alarm. */
export const ARRIVAL = { notes: [659.25, 880], length: 0.22, loudness: 0.12 };

/** Milliseconds that a speaker takes to begin. */
const START_TIME = 5_000;

/**
 * Plays notes on a speaker.
 * @param {Tones} tones
 * @param {string} speaker Its device id; empty for the browser's choice.
 * @returns {Promise<boolean>} Whether they were played. Resolves when they have ended.
 */
export async function playTones(tones, speaker) {
  const player = new Audio();
  const context = openAudioContext();
  if (context === null) return false;
  try {
    const out = context.createMediaStreamDestination();
    player.srcObject = out.stream;
    if (speaker !== "" && !(await playOn(player, speaker))) return false;
    // A page without a press is never answered.
    await inTime(() => Promise.all([context.resume(), player.play()]));
    await inTime(() => playNotes(tones, context, out), { time: START_TIME + 1000 * tones.length * tones.notes.length });
    return true;
  } catch {
    return false;
  } finally {
    player.srcObject = null;
    void attempt(() => context.close(), undefined);
  }
}

/**
 * @param {Tones} tones
 * @param {AudioContext} context
 * @param {AudioNode} out
 * @returns {Promise<void>}
 */
function playNotes({ notes, length, loudness }, context, out) {
  return new Promise((resolve) => {
    notes.forEach((frequency, index) => {
      const start = context.currentTime + 0.05 + index * length;
      const note = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0 });
      // Fades in and out to avoid clicks.
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(loudness, start + 0.03);
      volume.gain.linearRampToValueAtTime(0, start + length);
      note.connect(volume).connect(out);
      note.start(start);
      note.stop(start + length);
      if (index === notes.length - 1) note.onended = () => resolve();
    });
  });
}
