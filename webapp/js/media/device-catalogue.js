/** @typedef {"camera" | "microphone" | "speaker"} DeviceKind */

/**
 * @typedef {object} DeviceInfo
 * @property {string} id Assigned by the browser for this origin.
 * @property {string} label The name to show; empty before the user has granted permission.
 */

/** @typedef {Readonly<Record<DeviceKind, readonly DeviceInfo[]>>} DeviceLists */

/** @type {Record<MediaDeviceKind, DeviceKind>} */
const KINDS = { videoinput: "camera", audioinput: "microphone", audiooutput: "speaker" };

/** @type {DeviceLists} */
export const NO_DEVICES = { camera: [], microphone: [], speaker: [] };

/** Chrome on Windows lists the default communications device a second time under this id. */
const DUPLICATE = "communications";

/**
 * The connected cameras, microphones and speakers (W3C mediacapture-main, enumerateDevices).
 * Event: `change`, a CustomEvent with the previous lists as its detail.
 */
export class DeviceCatalogue extends EventTarget {
  /** @type {DeviceLists} */
  lists = NO_DEVICES;

  #devices;
  #onDeviceChange = () => void this.refresh();

  /** @param {MediaDevices | undefined} [devices] Undefined on an insecure origin. */
  constructor(devices = navigator.mediaDevices) {
    super();
    this.#devices = devices;
  }

  /** Reads the list now, and again whenever a device is connected or disconnected. Never rejects. */
  async start() {
    this.#devices?.addEventListener("devicechange", this.#onDeviceChange);
    await this.refresh();
  }

  /** Ends the updates. */
  stop() {
    this.#devices?.removeEventListener("devicechange", this.#onDeviceChange);
  }

  /** Reads the list again, for instance when the user has granted permission and labels appear. Never rejects. */
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
      // A permissions policy forbids it: there is nothing to choose from.
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
    // Without an id an entry only says that a device of this kind exists.
    if (deviceId !== "" && deviceId !== DUPLICATE) lists[KINDS[kind]].push({ id: deviceId, label });
  }
  return lists;
}
