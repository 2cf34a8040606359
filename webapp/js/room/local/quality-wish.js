import { isBudget } from "../../rtc/media-budget.js";
import { Preference } from "../../storage/preference.js";

/** @typedef {import("../../rtc/media-budget.js").Budget} Budget */

/** How much to send and receive at most, and how to send the microphone's audio. Kept in the browser's storage. */
export class QualityWish {
  #budget;
  #music;

  /** @param {import("../../storage/storage.js").StorageArea | null} [area] For tests: another storage. */
  constructor(area) {
    this.#budget = new Preference("budget", area);
    this.#music = new Preference("music", area);
  }

  /** @returns {Budget} */
  get budget() {
    const { value } = this.#budget;
    return isBudget(value) ? value : "full";
  }

  /** Whether to send the audio as the microphone hears it. */
  get music() {
    return this.#music.isOn;
  }

  /** @param {unknown} budget Ignored if it is not a {@link Budget}. */
  setBudget(budget) {
    if (isBudget(budget)) this.#budget.choose(budget);
  }

  /** @param {boolean} music */
  setMusic(music) {
    this.#music.turn(music);
  }
}
