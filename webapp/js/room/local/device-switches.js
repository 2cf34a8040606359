import { sessionStore } from "../../storage/storage.js";

/** @typedef {import("../../media/media-problem.js").Device} Device */

/** @typedef {{ wishes: readonly Device[], camera: boolean, microphone: boolean, sharing: boolean }} Kept */

/** @type {readonly Device[]} */
const DEVICES = ["camera", "microphone"];

/**
 * With which devices the person is in a room, and which of them are on. Kept for this tab and room, so that what is off
 * stays off whatever brings the page back: a reload, another language, the browser's history, a restored tab.
 */
export class DeviceSwitches {
  #store;
  #key;
  /** @type {Kept} */
  #kept = { wishes: DEVICES, camera: true, microphone: true, sharing: false };
  #isKnown = false;

  /**
   * @param {string} room A key of room-key.js.
   * @param {import("../../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's session
   *   storage.
   */
  constructor(room, area) {
    this.#store = sessionStore(area);
    this.#key = `video-chat-room:devices:${room}`;
    const kept = this.#read();
    if (kept === null) return;
    this.#kept = kept;
    this.#isKnown = true;
  }

  /** @returns {readonly Device[]} The devices that the person has joined with. */
  get wishes() {
    return this.#kept.wishes;
  }

  /** @param {Device} device */
  isOn(device) {
    return this.#kept[device];
  }

  /** @returns {Record<Device, boolean>} Which devices another tab of this seat begins with: it does not share a screen. */
  get on() {
    const { camera, microphone, sharing } = this.#kept;
    return { camera: camera && !sharing, microphone };
  }

  /** @param {Partial<Record<Device, boolean>>} on Which devices were on in the tab that had the seat. */
  take({ camera = false, microphone = false }) {
    this.#keep({ camera, microphone });
  }

  /** @param {readonly Device[]} wishes The person joins with these devices. */
  wish(wishes) {
    this.#isKnown = true;
    this.#keep({ wishes, sharing: false });
  }

  /**
   * @param {Device} device
   * @param {boolean} on
   */
  turn(device, on) {
    this.#keep({ [device]: on });
  }

  /** @param {boolean} sharing Whether a screen is sent in place of the camera. */
  share(sharing) {
    this.#keep({ sharing });
  }

  /** The page comes back to its seat. If it cannot know what was on, all is off. */
  comeBack() {
    if (!this.#isKnown) this.#keep({ camera: false, microphone: false });
    // Whoever saw a screen does not see the camera in its place.
    else if (this.#kept.sharing) this.#keep({ camera: false, sharing: false });
  }

  /** The person has left for good. This page goes on as it is; the next one begins with all on. */
  forget() {
    this.#store.remove(this.#key);
  }

  /** @param {Partial<Kept>} change */
  #keep(change) {
    this.#kept = { ...this.#kept, ...change };
    this.#store.set(this.#key, JSON.stringify(this.#kept));
  }

  /** @returns {Kept | null} Null if nothing is kept, or something else. */
  #read() {
    try {
      const { wishes, camera, microphone, sharing } = JSON.parse(this.#store.get(this.#key) ?? "{}");
      if (!Array.isArray(wishes) || typeof camera !== "boolean" || typeof microphone !== "boolean") return null;
      return {
        wishes: DEVICES.filter((device) => wishes.includes(device)),
        camera,
        microphone,
        sharing: sharing === true,
      };
    } catch {
      return null;
    }
  }
}
