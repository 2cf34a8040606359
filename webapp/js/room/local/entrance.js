import { Preference } from "../../storage/preference.js";
import { cleanName } from "../participant-name.js";

/** How the local participant joins: under which name, and with or without the lobby. Kept in the browser's storage. */
export class Entrance {
  #name;
  #straightIn;

  /** @param {import("../../storage/storage.js").StorageArea | null} [area] For tests: another storage. */
  constructor(area) {
    this.#name = new Preference("name", area);
    this.#straightIn = new Preference("straight-in", area);
  }

  /** @returns {string} Empty if no name was chosen. */
  get name() {
    return cleanName(this.#name.value ?? "");
  }

  /** Whether to leave out the lobby. */
  get straightIn() {
    return this.#straightIn.isOn;
  }

  /** @param {string} name As the person wrote it. */
  setName(name) {
    this.#name.choose(cleanName(name));
  }

  /** @param {boolean} straightIn */
  setStraightIn(straightIn) {
    this.#straightIn.turn(straightIn);
  }
}
