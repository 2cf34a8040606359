/** @typedef {import("./device-catalogue.js").DeviceKind} DeviceKind */
/** @typedef {import("./device-catalogue.js").DeviceInfo} DeviceInfo */

const PREFIX = "video-chat-room:device:";

/** Which device of each kind the person chose, remembered on this machine where the browser allows that. */
export class DeviceMemory {
  #storage;
  /** @type {Map<DeviceKind, DeviceInfo>} */
  #chosen = new Map();

  /** @param {Storage | null} [storage] */
  constructor(storage = localStorageOrNull()) {
    this.#storage = storage;
    for (const kind of /** @type {DeviceKind[]} */ (["camera", "microphone", "speaker"])) {
      const info = parse(this.#try((where) => where.getItem(PREFIX + kind)) ?? null);
      if (info !== null) this.#chosen.set(kind, info);
    }
  }

  /**
   * @param {DeviceKind} kind
   * @returns {DeviceInfo | null} What was chosen, whether it is there or not; null if the choice is the browser's.
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
    this.#try((where) => where.setItem(PREFIX + kind, JSON.stringify(info)));
  }

  /**
   * The chosen one among those that are there: by its id, or by its name, since a browser that forgets its cookies
   * gives new ids.
   * @param {DeviceKind} kind
   * @param {readonly DeviceInfo[]} there
   * @returns {DeviceInfo | null}
   */
  find(kind, there) {
    const chosen = this.chosen(kind);
    if (chosen === null) return null;
    const { id, label } = chosen;
    return there.find((one) => one.id === id) ?? there.find((one) => label !== "" && one.label === label) ?? null;
  }

  /**
   * @template T
   * @param {(storage: Storage) => T} action
   * @returns {T | undefined}
   */
  #try(action) {
    try {
      return this.#storage === null ? undefined : action(this.#storage);
    } catch {
      // Full, or not allowed: the choice lives as long as the page.
      return undefined;
    }
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

/** @returns {Storage | null} Null where the browser does not allow it. */
function localStorageOrNull() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
