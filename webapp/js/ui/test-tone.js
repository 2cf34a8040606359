/** Hertz of the notes, a second of them together. */
const NOTES = [523.25, 659.25, 783.99];
/** Seconds of one note. */
const LENGTH = 0.28;

/**
 * Plays three notes on a speaker.
 * @param {string} speaker Its id; empty for the browser's choice.
 * @returns {Promise<boolean>} Whether it was played there; waits for its end.
 */
export async function playTestTone(speaker) {
  const context = new AudioContext();
  const player = new Audio();
  try {
    const out = context.createMediaStreamDestination();
    player.srcObject = out.stream;
    if (speaker !== "") await player.setSinkId(speaker);
    await Promise.all([context.resume(), player.play()]);
    await playNotes(context, out);
    return true;
  } catch {
    return false;
  } finally {
    player.srcObject = null;
    await context.close();
  }
}

/**
 * @param {AudioContext} context
 * @param {AudioNode} out
 * @returns {Promise<void>}
 */
function playNotes(context, out) {
  return new Promise((resolve) => {
    NOTES.forEach((frequency, index) => {
      const start = context.currentTime + 0.05 + index * LENGTH;
      const note = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0 });
      // Faded in and out: an edge would click.
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.3, start + 0.03);
      volume.gain.linearRampToValueAtTime(0, start + LENGTH);
      note.connect(volume).connect(out);
      note.start(start);
      note.stop(start + LENGTH);
      if (index === NOTES.length - 1) note.onended = () => resolve();
    });
  });
}
