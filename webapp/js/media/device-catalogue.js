/** @typedef {"camera" | "microphone" | "speaker"} DeviceKind */

/**
 * @typedef {object} DeviceInfo
 * @property {string} id As the browser names it for this origin.
 * @property {string} label For people; empty before the browser was allowed to tell.
 */

/** @typedef {Readonly<Record<DeviceKind, readonly DeviceInfo[]>>} DeviceLists */

/** @type {Record<MediaDeviceKind, DeviceKind>} */
const KINDS = { videoinput: "camera", audioinput: "microphone", audiooutput: "speaker" };

/** @type {DeviceLists} */
export const NO_DEVICES = { camera: [], microphone: [], speaker: [] };

/** Windows lists the device for calls once more under this name: it would be there twice. */
const DOUBLE = "communications";

/**
 * Which cameras, microphones and speakers there are, kept up to date (W3C mediacapture-main, enumerateDevices).
 * Event: `change`, a CustomEvent with the lists of before as its detail.
 */
export class DeviceCatalogue extends EventTarget {
  /** @type {DeviceLists} */
  lists = NO_DEVICES;

  #devices;
  #onDeviceChange = () => void this.refresh();

  /** @param {MediaDevices | undefined} [devices] The browser's, which are missing on an insecure origin. */
  constructor(devices = navigator.mediaDevices) {
    super();
    this.#devices = devices;
  }

  /** Looks now, and from now on whenever something is plugged in or out. Never rejects. */
  async start() {
    this.#devices?.addEventListener("devicechange", this.#onDeviceChange);
    await this.refresh();
  }

  /** Looks no more. */
  stop() {
    this.#devices?.removeEventListener("devicechange", this.#onDeviceChange);
  }

  /** Looks again, as after the person gave permission: names are known only then. Never rejects. */
  async refresh() {
    const before = this.lists;
    this.lists = listsOf(await this.#enumerate());
    if (JSON.stringify(before) !== JSON.stringify(this.lists)) {
      this.dispatchEvent(new CustomEvent("change", { detail: before }));
    }
  }

  async #enumerate() {
    try {
      return (await this.#devices?.enumerateDevices()) ?? [];
    } catch {
      // The page may not know: then there is nothing to choose from.
      return [];
    }
  }
}

/**
 * @param {MediaDeviceInfo[]} devices
 * @returns {DeviceLists}
 */
function listsOf(devices) {
  /** @type {Record<DeviceKind, DeviceInfo[]>} */
  const lists = { camera: [], microphone: [], speaker: [] };
  for (const { kind, deviceId, label } of devices) {
    // Without an id it only says that there is something of this kind.
    if (deviceId !== "" && deviceId !== DOUBLE) lists[KINDS[kind]].push({ id: deviceId, label });
  }
  return lists;
}
