import { Preference } from "../../storage/preference.js";
import { cleanName } from "../participant-name.js";

/** Rooms that are remembered. */
const MAX_ROOMS = 100;

/** How the local participant joins: under which name, and with or without the lobby. Kept in the browser's storage. */
export class Entrance {
  #name;
  #straightIn;
  #rooms;

  /** @param {import("../../storage/storage.js").StorageArea | null} [area] For tests: another storage. */
  constructor(area) {
    this.#name = new Preference("name", area);
    this.#straightIn = new Preference("straight-in", area);
    this.#rooms = new Preference("straight-in-rooms", area);
  }

  /** @returns {string} Empty if no name was chosen. */
  get name() {
    return cleanName(this.#name.value ?? "");
  }

  /** Whether the person wants to leave out the lobby of rooms that they were in before. */
  get straightIn() {
    return this.#straightIn.isOn;
  }

  /**
   * Whether to leave out the lobby of a room.
   * @param {string} room A key of room-key.js.
   */
  leadsStraightInto(room) {
    return this.straightIn && this.#roomKeys.includes(room);
  }

  /**
   * The participant is in a room. It is remembered only for those who want to leave out the lobby.
   * @param {string} room A key of room-key.js.
   */
  entered(room) {
    if (!this.straightIn) return;
    const rooms = [room, ...this.#roomKeys.filter((other) => other !== room)].slice(0, MAX_ROOMS);
    this.#rooms.choose(JSON.stringify(rooms));
  }

  /** @param {string} name As the person wrote it. */
  setName(name) {
    this.#name.choose(cleanName(name));
  }

  /** @param {boolean} straightIn */
  setStraightIn(straightIn) {
    this.#straightIn.turn(straightIn);
    if (!straightIn) this.#rooms.choose("[]");
  }

  /** @returns {unknown[]} */
  get #roomKeys() {
    try {
      const rooms = JSON.parse(this.#rooms.value ?? "[]");
      return Array.isArray(rooms) ? rooms : [];
    } catch {
      return [];
    }
  }
}
