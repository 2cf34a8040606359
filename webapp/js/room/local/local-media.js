import { acquireLocalMedia, openDevice, releaseLocalMedia } from "../../media/media-access.js";
import { LocalScreen } from "./local-screen.js";

/** @typedef {import("../../media/media-problem.js").Device} Device */
/** @typedef {import("../../media/media-problem.js").MediaReason} MediaReason */
/** @typedef {import("../../media/media-access.js").ChosenIds} ChosenIds */
/** @typedef {import("../../media/media-access.js").DeviceWish} DeviceWish */
/** @typedef {import("../call-state.js").DeviceState} DeviceState */

/**
 * The local camera, microphone and shared screen. Events: `change` (what is sent has changed), `lost` (a CustomEvent
 * whose detail is the {@link Device} that was unplugged, and its id), `sharingended` (the browser ended the sharing).
 */
export class LocalMedia extends EventTarget {
  /** @type {MediaReason | null} Why a requested device is missing; null if none is. */
  reason = null;
  /** @type {readonly Device[]} The requested devices. */
  wishes = [];
  /** @type {import("../../media/media-access.js").Sound} Applies when the microphone is opened the next time. */
  sound = "voice";

  #acquired = false;
  /** @type {Record<Device, MediaStreamTrack | null>} */
  #tracks = { camera: null, microphone: null };
  /** Separate from the tracks: a device that replaces a muted one is muted too. */
  #switches;
  #screen = new LocalScreen(() => this.#onScreenEnded());
  /** @type {MediaStream | null} */
  #preview = null;

  /** @param {import("./device-switches.js").DeviceSwitches} switches */
  constructor(switches) {
    super();
    this.#switches = switches;
  }

  /** @returns {MediaStreamTrack | null} The audio that is sent. */
  get audio() {
    return this.#screen.audio ?? live(this.#tracks.microphone);
  }

  /** @returns {MediaStreamTrack | null} The video that is sent. */
  get video() {
    return this.#screen.video ?? live(this.#tracks.camera);
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
    return live(this.#tracks.microphone);
  }

  /** @returns {DeviceState} */
  get microphone() {
    return this.#stateOf("microphone");
  }

  /** @returns {DeviceState} */
  get camera() {
    return this.#stateOf("camera");
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
   * @returns {string} The id of the device in use; empty if there is none or the browser hides it.
   */
  idOf(device) {
    return live(this.#tracks[device])?.getSettings().deviceId ?? "";
  }

  /**
   * @param {readonly Device[]} wishes
   * @param {AbortSignal} signal Aborted when the devices are no longer needed: they are released then.
   * @param {ChosenIds} [chosen]
   * @throws {import("../../media/media-problem.js").MediaProblem}
   */
  async acquire(wishes, signal, chosen) {
    const { stream, reason } = await acquireLocalMedia(wishes, undefined, chosen, this.sound);
    if (signal.aborted) {
      releaseLocalMedia(stream);
      return;
    }
    this.release();
    this.#acquired = true;
    this.wishes = wishes;
    this.reason = reason;
    for (const track of stream.getTracks()) this.#install(track.kind === "video" ? "camera" : "microphone", track);
  }

  /**
   * Uses another device in place of the present one, or where there was none.
   * @param {Device} device
   * @param {DeviceWish} wish
   * @throws {import("../../media/media-problem.js").MediaProblem} The previous device stays in use.
   */
  async open(device, wish) {
    const track = await this.#openBeside(device, wish);
    if (!this.#acquired) {
      track.stop();
      return;
    }
    this.#tracks[device]?.stop();
    this.#install(device, track);
    this.reason = this.#missing();
    this.dispatchEvent(new Event("change"));
  }

  /** Releases all devices. */
  release() {
    this.#screen.stop();
    for (const device of /** @type {Device[]} */ (["camera", "microphone"])) {
      this.#tracks[device]?.stop();
      this.#tracks[device] = null;
    }
    this.#acquired = false;
    this.#preview = null;
    this.reason = null;
  }

  /**
   * Mutes or unmutes: a muted microphone sends silence, a camera that is off sends black frames.
   * @param {Device} device
   * @param {boolean} [on] The opposite of the present state by default.
   * @param {boolean} [isLasting] Whether a page that comes back keeps to it.
   */
  turn(device, on = !this.#tracks[device]?.enabled, isLasting = true) {
    const track = live(this.#tracks[device]);
    if (track === null || on === track.enabled) return;
    track.enabled = on;
    if (isLasting) this.#switches.turn(device, on);
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Sends a screen in place of the camera, and its audio mixed with the microphone's.
   * @param {MediaStream | null} screen Null if the person chose none.
   */
  share(screen) {
    if (screen === null) return;
    // The call may have ended while the person was choosing.
    if (!this.#acquired) return releaseLocalMedia(screen);
    this.#screen.share(screen, this.microphoneTrack);
    this.#switches.share(true);
    this.dispatchEvent(new Event("change"));
  }

  /** Sends camera and microphone only. */
  stopSharing() {
    this.#screen.stop();
    this.#switches.share(false);
    this.dispatchEvent(new Event("change"));
  }

  #onScreenEnded() {
    this.stopSharing();
    this.dispatchEvent(new Event("sharingended"));
  }

  /**
   * Most telephones open one camera at a time: if the second one fails, the first is closed before the next attempt.
   * @param {Device} device
   * @param {DeviceWish} wish
   */
  async #openBeside(device, wish) {
    try {
      return await openDevice(device, wish, this.sound);
    } catch (error) {
      const before = this.#tracks[device];
      const id = this.idOf(device);
      if (live(before) === null) throw error;
      before?.stop();
      try {
        return await openDevice(device, wish, this.sound);
      } catch {
        this.#install(device, await openDevice(device, { id }, this.sound));
        this.dispatchEvent(new Event("change"));
        throw error;
      }
    }
  }

  /**
   * @param {Device} device
   * @param {MediaStreamTrack} track
   */
  #install(device, track) {
    track.enabled = this.#switches.isOn(device);
    this.#tracks[device] = track;
    if (device === "microphone") this.#screen.setMicrophone(track);
    // Read now: some browsers hide the settings of an ended track.
    const { deviceId = "" } = track.getSettings();
    track.addEventListener("ended", () => this.#tracks[device] === track && this.#onEnded(device, deviceId));
  }

  /**
   * @param {Device} device
   * @param {string} id Of a device that was unplugged or is no longer allowed.
   */
  #onEnded(device, id) {
    this.reason = this.#missing();
    this.dispatchEvent(new Event("change"));
    this.dispatchEvent(new CustomEvent("lost", { detail: { device, id } }));
  }

  /** @returns {MediaReason | null} Which requested device is missing. */
  #missing() {
    const missing = this.wishes.filter((device) => live(this.#tracks[device]) === null);
    if (missing.length === 0) return null;
    if (missing.length === 2) return "no-devices";
    return missing[0] === "camera" ? "camera-missing" : "microphone-missing";
  }

  /**
   * @param {Device} device
   * @returns {DeviceState}
   */
  #stateOf(device) {
    const track = live(this.#tracks[device]);
    if (track === null) return "absent";
    return track.enabled ? "on" : "off";
  }
}

/**
 * @param {MediaStreamTrack | null | undefined} track
 * @returns {MediaStreamTrack | null}
 */
function live(track) {
  return track?.readyState === "live" ? track : null;
}
