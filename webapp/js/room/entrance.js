import { Preference } from "./preference.js";

/** Characters of the longest name. */
const LONGEST_NAME = 40;

/** Control characters, and those that turn the direction of what follows: they would reach beyond the name. */
const UNSHOWN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * A name as it may be shown, whoever wrote it.
 * @param {string} written
 * @returns {string}
 */
export function cleanName(written) {
  const clean = written.normalize("NFC").replace(/\s+/gu, " ").replace(UNSHOWN, "").trim();
  return Array.from(clean).slice(0, LONGEST_NAME).join("").trim();
}

/** How the person comes in: under which name, and whether by way of the lobby. Remembered on this machine. */
export class Entrance {
  #name;
  #straightIn;

  /** @param {Storage | null} [storage] */
  constructor(storage) {
    this.#name = new Preference("name", storage);
    this.#straightIn = new Preference("straight-in", storage);
  }

  /** @returns {string} Empty if the person gave none. */
  get name() {
    return cleanName(this.#name.value ?? "");
  }

  /** Whether the person wishes to go straight in. */
  get straightIn() {
    return this.#straightIn.value === "yes";
  }

  /** @param {string} name As the person wrote it. */
  setName(name) {
    this.#name.choose(cleanName(name));
  }

  /** @param {boolean} straightIn */
  setStraightIn(straightIn) {
    this.#straightIn.choose(straightIn ? "yes" : "no");
  }
}
