import { listDevices, mediaDevices } from "../browser/media-devices.js";

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
  /** Counts the requests for the list: of two answers the later request's is the newer. */
  #asked = 0;

  /** @param {MediaDevices | undefined} [devices] Undefined on an insecure origin. */
  constructor(devices = mediaDevices()) {
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
    const devices = this.#devices;
    if (devices === undefined) return;
    const turn = ++this.#asked;
    const take = (/** @type {MediaDeviceInfo[]} */ list) => turn === this.#asked && this.#take(listsOf(list));
    const list = await listDevices(devices, take);
    // Without an answer nothing is known to have changed.
    if (list !== null) take(list);
  }

  /** @param {DeviceLists} lists */
  #take(lists) {
    const before = this.lists;
    this.lists = lists;
    if (JSON.stringify(before) !== JSON.stringify(lists)) {
      this.dispatchEvent(new CustomEvent("change", { detail: before }));
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
