import { localStore } from "../storage/storage.js";

/** @typedef {import("./device-catalogue.js").DeviceKind} DeviceKind */
/** @typedef {import("./device-catalogue.js").DeviceInfo} DeviceInfo */

const PREFIX = "video-chat-room:device:";

/**
 * The device of each kind that the user has chosen, kept in local storage. Where storage is blocked or full, a choice
 * lasts as long as the page.
 */
export class DeviceMemory {
  #store;
  /** @type {Map<DeviceKind, DeviceInfo>} */
  #chosen = new Map();

  /**
   * @param {import("../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's local
   *   storage.
   */
  constructor(area) {
    this.#store = localStore(area);
    for (const kind of /** @type {DeviceKind[]} */ (["camera", "microphone", "speaker"])) {
      const info = parse(this.#store.get(PREFIX + kind));
      if (info !== null) this.#chosen.set(kind, info);
    }
  }

  /**
   * @param {DeviceKind} kind
   * @returns {DeviceInfo | null} What was chosen, connected or not; null if the browser chooses.
   */
  chosen(kind) {
    return this.#chosen.get(kind) ?? null;
  }

  /**
   * @param {DeviceKind} kind
   * @param {DeviceInfo} info
   */
  remember(kind, info) {
    this.#chosen.set(kind, info);
    this.#store.set(PREFIX + kind, JSON.stringify(info));
  }

  /**
   * Finds the chosen device by its id, or else by its label: a browser whose site data is cleared assigns new ids.
   * @param {DeviceKind} kind
   * @param {readonly DeviceInfo[]} connected
   * @returns {DeviceInfo | null}
   */
  find(kind, connected) {
    const chosen = this.chosen(kind);
    if (chosen === null) return null;
    const { id, label } = chosen;
    const sameLabel = () => connected.find((one) => label !== "" && one.label === label);
    return connected.find((one) => one.id === id) ?? sameLabel() ?? null;
  }
}

/**
 * @param {string | null} json
 * @returns {DeviceInfo | null}
 */
function parse(json) {
  try {
    const { id, label } = JSON.parse(json ?? "{}");
    return typeof id === "string" && typeof label === "string" ? { id, label } : null;
  } catch {
    return null;
  }
}
