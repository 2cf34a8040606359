import { acquireLocalMedia, releaseLocalMedia } from "../../media/media-access.js";
import { missingReason } from "../../media/media-problem.js";
import { Preference } from "../../storage/preference.js";
import { CaptureDevice } from "./capture-device.js";
import { LocalScreen } from "./local-screen.js";

/** @typedef {import("../../media/media-problem.js").Device} Device */
/** @typedef {import("../../media/media-problem.js").MediaReason} MediaReason */
/** @typedef {import("../../media/media-access.js").ChosenIds} ChosenIds */
/** @typedef {import("../../media/media-access.js").DeviceWish} DeviceWish */
/** @typedef {import("../call-state.js").DeviceState} DeviceState */

/** @type {readonly Device[]} */
const DEVICES = ["camera", "microphone"];

/**
 * The local camera, microphone and shared screen. Events: `change` (what is sent has changed), `lost` (a CustomEvent
 * whose detail is the {@link Device} that was unplugged or ended, and its id), `refused` (a CustomEvent whose detail is
 * the device that does not open again), `sharingended` (the browser ended the sharing).
 */
export class LocalMedia extends EventTarget {
  /** @type {MediaReason | null} Why a requested device is missing; null if none is. */
  reason = null;
  /** @type {readonly Device[]} The requested devices. */
  wishes = [];
  /** @type {import("../../media/media-access.js").Sound} Applies when the microphone is opened the next time. */
  sound = "voice";

  #acquired = false;
  /** Separate from the tracks: a device that replaces a muted one is muted too. */
  #switches;
  #screen = new LocalScreen(() => this.#onScreenEnded());
  /** Whether the two participants keep to sound. */
  #isSoundOnly = false;
  #closesMuted = new Preference("close-muted-microphone");
  #isTalking = false;
  /** @type {Record<Device, CaptureDevice>} */
  #devices;
  /** @type {MediaStream | null} */
  #preview = null;

  /** @param {import("./device-switches.js").DeviceSwitches} switches */
  constructor(switches) {
    super();
    this.#switches = switches;
    const camera = { isUsed: () => !this.isSharing && !this.#isSoundOnly, closes: () => true };
    const microphone = { isUsed: () => true, closes: () => this.closesMuted };
    this.#devices = {
      camera: this.#captureDevice("camera", camera),
      microphone: this.#captureDevice("microphone", microphone),
    };
  }

  /** @returns {MediaStreamTrack | null} The audio that is sent. */
  get audio() {
    return this.#screen.audio ?? this.microphoneTrack;
  }

  /** @returns {MediaStreamTrack | null} The video that is sent. */
  get video() {
    return this.#screen.video ?? this.#devices.camera.track;
  }

  /** @returns {MediaStream | null} The video that is sent, for display; null until the devices were requested. */
  get stream() {
    if (!this.#acquired) return null;
    const shown = this.#preview?.getVideoTracks()[0] ?? null;
    if (this.#preview === null || shown !== this.video)
      this.#preview = new MediaStream(this.video === null ? [] : [this.video]);
    return this.#preview;
  }

  /** @returns {MediaStreamTrack | null} The microphone alone, muted or not. */
  get microphoneTrack() {
    return this.#devices.microphone.track;
  }

  /** @returns {DeviceState} */
  get microphone() {
    return this.#devices.microphone.state;
  }

  /** @returns {DeviceState} */
  get camera() {
    return this.#devices.camera.state;
  }

  get isSharing() {
    return this.#screen.isShared;
  }

  /** Whether to show the video as in a mirror: people know their own face that way. */
  get isMirrored() {
    return !this.isSharing && this.video?.getSettings().facingMode !== "environment";
  }

  /**
   * @param {Device} device
   * @returns {boolean} Whether it is open now; one that is off may be closed.
   */
  isOpen(device) {
    return this.#devices[device].track !== null;
  }

  /**
   * @param {Device} device
   * @returns {string} The id of the device in use; empty if there is none or the browser hides it.
   */
  idOf(device) {
    return this.#devices[device].id;
  }

  /**
   * Opens the devices. What is off stays closed if it can be opened later without a question: no light goes on.
   * @param {readonly Device[]} wishes
   * @param {AbortSignal} signal Aborted when the devices are no longer needed: they are released then.
   * @param {ChosenIds} [chosen]
   * @param {(device: Device) => boolean} [isThere] Whether the browser lists such a device.
   * @throws {import("../../media/media-problem.js").MediaProblem}
   */
  async acquire(wishes, signal, chosen, isThere = () => false) {
    const mayWait = await Promise.all(wishes.map(async (device) => isThere(device) && this.#devices[device].mayWait()));
    const opened = wishes.filter((_, index) => !mayWait[index]);
    const { stream, reason } = await acquireLocalMedia(opened, undefined, chosen, this.sound);
    if (signal.aborted) {
      releaseLocalMedia(stream);
      return;
    }
    this.release();
    this.#acquired = true;
    this.wishes = wishes;
    this.reason = reason;
    for (const device of wishes) if (!opened.includes(device)) this.#devices[device].takeClosed(chosen?.[device]);
    for (const track of stream.getTracks()) this.#devices[track.kind === "video" ? "camera" : "microphone"].take(track);
  }

  /**
   * Uses another device in place of the present one, or where there was none. Does nothing after the end of the call.
   * @param {Device} device
   * @param {DeviceWish} wish
   * @throws {import("../../media/media-problem.js").MediaProblem} The previous device stays in use.
   */
  async open(device, wish) {
    if (!this.#acquired) return;
    await this.#devices[device].open(wish);
    if (!this.wishes.includes(device)) this.wishes = [...this.wishes, device];
    this.#onDeviceChange(device);
  }

  /** Releases all devices. */
  release() {
    this.#screen.stop();
    for (const device of DEVICES) this.#devices[device].release();
    this.#acquired = false;
    this.#preview = null;
    this.reason = null;
  }

  /**
   * Mutes or unmutes, turns the camera off or on. Does nothing with a device that is absent.
   * @param {Device} device
   * @param {boolean} [on] The opposite of the present state by default.
   */
  turn(device, on = !this.#switches.isOn(device)) {
    if (this[device] === "absent" || on === this.#switches.isOn(device)) return;
    this.#switches.turn(device, on);
    this.#devices[device].update();
    this.dispatchEvent(new Event("change"));
  }

  /** @param {boolean} isTalking Whether a muted microphone is on for now. A page that comes back does not keep to it. */
  talk(isTalking) {
    if (isTalking === this.#isTalking) return;
    this.#isTalking = isTalking;
    this.#devices.microphone.update();
    this.dispatchEvent(new Event("change"));
  }

  /** @param {boolean} isSoundOnly Whether the two participants keep to sound: the camera is not used then. */
  keepToSound(isSoundOnly) {
    if (isSoundOnly === this.#isSoundOnly) return;
    this.#isSoundOnly = isSoundOnly;
    this.#useCamera();
  }

  /** Whether a muted microphone is closed. */
  get closesMuted() {
    return this.#closesMuted.isOn;
  }

  /** @param {boolean} closes Whether a muted microphone is closed, now and later: nobody can be told then that they talk into it. */
  closeMuted(closes) {
    this.#closesMuted.turn(closes);
    this.#devices.microphone.update();
  }

  /**
   * Sends a screen in place of the camera, and its audio mixed with the microphone's.
   * @param {MediaStream} screen
   */
  share(screen) {
    // The call may have ended while the person was choosing.
    if (!this.#acquired) return releaseLocalMedia(screen);
    this.#screen.share(screen, this.microphoneTrack);
    this.#switches.share(true);
    this.#useCamera();
  }

  /** Sends camera and microphone only. */
  stopSharing() {
    this.#screen.stop();
    this.#switches.share(false);
    this.#useCamera();
  }

  #useCamera() {
    this.#devices.camera.update();
    this.dispatchEvent(new Event("change"));
  }

  #onScreenEnded() {
    this.stopSharing();
    this.dispatchEvent(new Event("sharingended"));
  }

  /**
   * @param {Device} device
   * @param {{ isUsed: () => boolean, closes: () => boolean }} rules
   */
  #captureDevice(device, rules) {
    const tell = (/** @type {"lost" | "refused"} */ event, id = "") =>
      this.dispatchEvent(new CustomEvent(event, { detail: { device, id } }));
    return new CaptureDevice(device, {
      ...rules,
      isOn: () => this.#switches.isOn(device) || (device === "microphone" && this.#isTalking),
      sound: () => this.sound,
      onChange: () => this.#onDeviceChange(device),
      onLost: (id) => tell("lost", id),
      onRefused: () => tell("refused"),
    });
  }

  /** @param {Device} device */
  #onDeviceChange(device) {
    if (!this.#acquired) return;
    if (device === "microphone") this.#screen.setMicrophone(this.microphoneTrack);
    this.reason = missingReason(this.wishes.filter((other) => this[other] === "absent"));
    this.dispatchEvent(new Event("change"));
  }
}
