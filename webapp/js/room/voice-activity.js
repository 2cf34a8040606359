import { SoundLevel } from "../media/sound-level.js";

/** Milliseconds between two measurements. */
const INTERVAL = 200;
/** On the scale of SoundLevel, from 0 to 1 (one third is -40 dB): above the noise of a keyboard, below a voice. */
const VOICE_LEVEL = 0.38;
/** Milliseconds of a pause between words, which does not end speaking. */
const MAX_PAUSE = 900;
/** Milliseconds of speech into a muted microphone before the hint is shown, so that a cough does not show it. */
const HINT_DELAY = 800;
/** Milliseconds the hint stays after the last word. */
const HINT_DURATION = 4_000;

/**
 * @typedef {object} VoiceFacts Members of CallState.
 * @property {boolean} ownSpeaking
 * @property {boolean} otherSpeaking
 * @property {boolean} mutedTalk Whether the local participant speaks while the microphone is muted.
 */

/** Derives from two levels who speaks. It has no clock: the caller passes the time. */
export class VoiceActivityDetector {
  #local = new Voice();
  #remote = new Voice();
  /** @type {number | null} When the speech into the muted microphone began. */
  #mutedSince = null;
  #hintUntil = -Infinity;

  /**
   * @param {number} at Milliseconds, from any moment on.
   * @param {number} localLevel Of the microphone, from 0 to 1.
   * @param {number} remoteLevel Of the peer, from 0 to 1.
   * @param {boolean} isMuted Whether the microphone is.
   * @returns {VoiceFacts}
   */
  detect(at, localLevel, remoteLevel, isMuted) {
    const speaks = this.#local.detect(at, localLevel);
    if (!isMuted) {
      this.#mutedSince = null;
      this.#hintUntil = -Infinity;
    } else if (!speaks) {
      this.#mutedSince = null;
    } else {
      this.#mutedSince ??= at;
      if (at - this.#mutedSince >= HINT_DELAY) this.#hintUntil = at + HINT_DURATION;
    }
    return {
      ownSpeaking: speaks && !isMuted,
      otherSpeaking: this.#remote.detect(at, remoteLevel),
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
  detect(at, level) {
    if (level >= VOICE_LEVEL) this.#heardAt = at;
    return at - this.#heardAt < MAX_PAUSE;
  }
}

/** @type {VoiceFacts} */
const SILENCE = { ownSpeaking: false, otherSpeaking: false, mutedTalk: false };

/** Measures the microphone and the peer while it runs, and reports who speaks. */
export class VoiceActivity {
  /** @type {VoiceFacts} */
  facts = SILENCE;

  #sources;
  #onChange;
  #detector = new VoiceActivityDetector();
  /** @type {SoundLevel | null} */
  #microphone = null;
  /** @type {MediaStreamTrack | null} */
  #track = null;
  /** @type {ReturnType<typeof setInterval> | undefined} While it runs. */
  #timer;

  /**
   * @param {{ remoteLevel: () => number, isMuted: () => boolean }} sources
   * @param {() => void} onChange {@link VoiceActivity#facts} have changed.
   */
  constructor(sources, onChange) {
    this.#sources = sources;
    this.#onChange = onChange;
  }

  /** @returns {number} Of the microphone, muted or not, from 0 to 1. */
  get localLevel() {
    return this.#microphone?.read() ?? 0;
  }

  /** Begins to measure. */
  start() {
    this.#timer ??= setInterval(() => this.#measure(), INTERVAL);
  }

  /** @param {MediaStreamTrack | null} track The local microphone. Ignored while nothing is measured. */
  listenTo(track) {
    if (track === this.#track || this.#timer === undefined) return;
    this.#microphone?.stop();
    this.#track = track;
    this.#microphone = track === null ? null : levelOf(track);
  }

  /** Ends the measurements, and knows nothing of before when it starts again. */
  stop() {
    this.listenTo(null);
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.facts = SILENCE;
    this.#detector = new VoiceActivityDetector();
  }

  #measure() {
    const { remoteLevel, isMuted } = this.#sources;
    const facts = this.#detector.detect(performance.now(), this.localLevel, remoteLevel(), isMuted());
    if (JSON.stringify(facts) === JSON.stringify(this.facts)) return;
    this.facts = facts;
    this.#onChange();
  }
}

/** @param {MediaStreamTrack} track */
function levelOf(track) {
  try {
    return new SoundLevel(track);
  } catch {
    // Without Web Audio there is no meter, and the call goes on.
    return null;
  }
}
