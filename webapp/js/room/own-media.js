import { acquireLocalMedia, openDevice, releaseLocalMedia } from "../media/local-media.js";
import { OwnScreen } from "./own-screen.js";

/** @typedef {import("../media/media-problem.js").Device} Device */
/** @typedef {import("../media/media-problem.js").MediaReason} MediaReason */
/** @typedef {import("../media/local-media.js").ChosenIds} ChosenIds */
/** @typedef {import("../media/local-media.js").DeviceWish} DeviceWish */
/** @typedef {import("./call-state.js").DeviceState} DeviceState */

/**
 * The own camera, microphone and shared screen in a call. Events: `change` (what is sent is another, or toggled),
 * `lost` (a CustomEvent: the {@link Device} that was unplugged, and its id), `sharingended` (the browser's own bar ended it).
 */
export class OwnMedia extends EventTarget {
  /** @type {MediaReason | null} Why less than wished for is there. */
  reason = null;
  /** @type {readonly Device[]} What the person wants to use. */
  wishes = [];
  /** @type {import("../media/local-media.js").Sound} What the microphone is for, from when it is opened the next time. */
  sound = "voice";

  #acquired = false;
  /** @type {Record<Device, MediaStreamTrack | null>} */
  #tracks = { camera: null, microphone: null };
  /** @type {Record<Device, boolean>} Kept apart from the tracks: another device of a muted kind is muted, too. */
  #on = { camera: true, microphone: true };
  #screen = new OwnScreen(() => this.#onScreenEnded());
  /** @type {MediaStream | null} */
  #preview = null;

  /** @returns {MediaStreamTrack | null} The sound that is sent. */
  get audio() {
    return this.#screen.audio ?? live(this.#tracks.microphone);
  }

  /** @returns {MediaStreamTrack | null} The picture that is sent. */
  get video() {
    return this.#screen.video ?? live(this.#tracks.camera);
  }

  /** @returns {MediaStream | null} The picture that is sent, to be shown; null before the devices were asked for. */
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

  /** Whether the picture is one's own face, which people know from mirrors only. */
  get isMirrored() {
    return !this.isSharing && this.video?.getSettings().facingMode !== "environment";
  }

  /**
   * @param {Device} device
   * @returns {string} The id of the one in use; empty if there is none, or the browser does not tell.
   */
  idOf(device) {
    return live(this.#tracks[device])?.getSettings().deviceId ?? "";
  }

  /**
   * @param {readonly Device[]} wishes
   * @param {AbortSignal} signal Aborted when nobody waits for the devices any more: they are given back then.
   * @param {ChosenIds} [chosen]
   * @throws {import("../media/media-problem.js").MediaProblem}
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
   * Takes another device in place of the one there is, or where there was none. What is sent goes on with it.
   * @param {Device} device
   * @param {DeviceWish} wish
   * @throws {import("../media/media-problem.js").MediaProblem} Then that of before is used as before.
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

  /** Gives everything back: the lights of the devices go out. */
  release() {
    this.#screen.stop();
    for (const device of /** @type {Device[]} */ (["camera", "microphone"])) {
      this.#tracks[device]?.stop();
      this.#tracks[device] = null;
      this.#on[device] = true;
    }
    this.#acquired = false;
    this.#preview = null;
    this.reason = null;
  }

  /**
   * Mutes or unmutes: a muted microphone sends silence, a camera that is off black.
   * @param {Device} device
   * @param {boolean} [on] The other way round, if not given.
   */
  turn(device, on = !this.#on[device]) {
    const track = live(this.#tracks[device]);
    if (track === null || on === track.enabled) return;
    this.#on[device] = track.enabled = on;
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Sends a screen in place of the camera, and its sound beside that of the microphone.
   * @param {MediaStream | null} screen Null if the person chose none.
   */
  share(screen) {
    if (screen === null) return;
    // He may have left while he was choosing.
    if (!this.#acquired) return releaseLocalMedia(screen);
    this.#screen.share(screen, this.microphoneTrack);
    this.dispatchEvent(new Event("change"));
  }

  /** Sends camera and microphone alone again. */
  stopSharing() {
    this.#screen.stop();
    this.dispatchEvent(new Event("change"));
  }

  #onScreenEnded() {
    this.stopSharing();
    this.dispatchEvent(new Event("sharingended"));
  }

  /**
   * Most telephones have one camera at a time: it is given back first if the other one cannot be had beside it.
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
    track.enabled = this.#on[device];
    this.#tracks[device] = track;
    if (device === "microphone") this.#screen.setMicrophone(track);
    // Asked now: some browsers do not tell any more when it has ended.
    const { deviceId = "" } = track.getSettings();
    track.addEventListener("ended", () => this.#tracks[device] === track && this.#onEnded(device, deviceId));
  }

  /**
   * @param {Device} device
   * @param {string} id Of the one that was unplugged, or whose permission was taken back.
   */
  #onEnded(device, id) {
    this.reason = this.#missing();
    this.dispatchEvent(new Event("change"));
    this.dispatchEvent(new CustomEvent("lost", { detail: { device, id } }));
  }

  /** @returns {MediaReason | null} What of the wishes is not there. */
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
