import { SoundLevel } from "../media/sound-level.js";

/** Milliseconds between two looks. */
const INTERVAL = 200;
/** From 0 to 1 as SoundLevel has it (one third is -40 dB): louder than a keyboard, softer than a voice. */
const SPEECH = 0.38;
/** Milliseconds a pause between words may take. */
const PAUSE = 900;
/** Milliseconds of talking into a muted microphone before it is said: a cough is nothing to be told of. */
const PATIENCE = 800;
/** Milliseconds the hint stays after the last word. */
const HINT = 4_000;

/**
 * @typedef {object} SpeechFacts
 * @property {boolean} ownSpeaking
 * @property {boolean} otherSpeaking
 * @property {boolean} mutedTalk Whether the person talks while the microphone is muted.
 */

/**
 * Tells from two loudnesses who speaks. Without a clock of its own: it is told the time.
 */
export class SpeechJudge {
  #own = new Voice();
  #other = new Voice();
  /** @type {number | null} Since when one talks while muted. */
  #mutedSince = null;
  #hintUntil = -Infinity;

  /**
   * @param {number} at Milliseconds.
   * @param {number} own How loud the microphone is, from 0 to 1.
   * @param {number} other How loud the other one is, from 0 to 1.
   * @param {boolean} muted Whether the microphone is.
   * @returns {SpeechFacts}
   */
  judge(at, own, other, muted) {
    const talking = this.#own.hears(at, own);
    if (!muted) {
      this.#mutedSince = null;
      this.#hintUntil = -Infinity;
    } else if (!talking) {
      this.#mutedSince = null;
    } else {
      this.#mutedSince ??= at;
      if (at - this.#mutedSince >= PATIENCE) this.#hintUntil = at + HINT;
    }
    return {
      ownSpeaking: talking && !muted,
      otherSpeaking: this.#other.hears(at, other),
      mutedTalk: at < this.#hintUntil,
    };
  }
}

class Voice {
  #heardAt = -Infinity;

  /**
   * @param {number} at
   * @param {number} level
   */
  hears(at, level) {
    if (level >= SPEECH) this.#heardAt = at;
    return at - this.#heardAt < PAUSE;
  }
}

/**
 * Listens to the own microphone and to the other one.
 */
export class Speech {
  #sources;
  #onChange;
  #judge = new SpeechJudge();
  /** @type {SoundLevel | null} */
  #own = null;
  /** @type {MediaStreamTrack | null} */
  #track = null;
  #last = "";
  #timer;

  /**
   * @param {{ otherLevel: () => number, isMuted: () => boolean }} sources
   * @param {(facts: SpeechFacts) => void} onChange
   */
  constructor(sources, onChange) {
    this.#sources = sources;
    this.#onChange = onChange;
    this.#timer = setInterval(() => this.#look(), INTERVAL);
  }

  /** @returns {number} How loud the own microphone is, muted or not, from 0 to 1. */
  get ownLevel() {
    return this.#own?.read() ?? 0;
  }

  /** @param {MediaStreamTrack | null} track The own microphone. */
  listenTo(track) {
    if (track === this.#track) return;
    this.#own?.stop();
    this.#track = track;
    this.#own = track === null ? null : levelOf(track);
  }

  /** Listens no more. */
  stop() {
    clearInterval(this.#timer);
    this.listenTo(null);
  }

  #look() {
    const facts = this.#judge.judge(
      performance.now(),
      this.ownLevel,
      this.#sources.otherLevel(),
      this.#sources.isMuted(),
    );
    const summary = JSON.stringify(facts);
    if (summary === this.#last) return;
    this.#last = summary;
    this.#onChange(facts);
  }
}

/** @param {MediaStreamTrack} track */
function levelOf(track) {
  try {
    return new SoundLevel(track);
  } catch {
    // No sound processing here: a meter is nothing to fail for.
    return null;
  }
}
