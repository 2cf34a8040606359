import { isBudget } from "../rtc/media-budget.js";
import { Preference } from "./preference.js";

/** @typedef {import("../rtc/media-budget.js").Budget} Budget */

/** How much the person wants to send and get, and what of the microphone. Remembered on this machine. */
export class QualityWish {
  #budget;
  #music;

  /** @param {Storage | null} [storage] */
  constructor(storage) {
    this.#budget = new Preference("budget", storage);
    this.#music = new Preference("music", storage);
  }

  /** @returns {Budget} */
  get budget() {
    const { value } = this.#budget;
    return isBudget(value) ? value : "full";
  }

  /** Whether the sound is to be sent as the microphone hears it. */
  get music() {
    return this.#music.value === "yes";
  }

  /** @param {unknown} budget Anything but a budget changes nothing. */
  setBudget(budget) {
    if (isBudget(budget)) this.#budget.choose(budget);
  }

  /** @param {boolean} music */
  setMusic(music) {
    this.#music.choose(music ? "yes" : "no");
  }
}
