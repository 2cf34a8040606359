import { acquireLocalMedia, releaseLocalMedia } from "../media/local-media.js";

/** @typedef {import("../media/media-problem.js").Device} Device */
/** @typedef {import("../media/media-problem.js").MediaReason} MediaReason */
/** @typedef {import("./call-state.js").DeviceState} DeviceState */

/** The own camera and microphone in a call. Event: `change` (toggled, or a device was unplugged). */
export class OwnMedia extends EventTarget {
  /** @type {MediaStream | null} */
  stream = null;
  /** @type {MediaReason | null} Why less than wished for is there. */
  reason = null;

  /** @returns {MediaStreamTrack | null} */
  get audio() {
    return live(this.stream?.getAudioTracks());
  }

  /** @returns {MediaStreamTrack | null} */
  get video() {
    return live(this.stream?.getVideoTracks());
  }

  /** @returns {DeviceState} */
  get microphone() {
    return deviceState(this.audio);
  }

  /** @returns {DeviceState} */
  get camera() {
    return deviceState(this.video);
  }

  /**
   * @param {readonly Device[]} wishes
   * @param {AbortSignal} signal Aborted when nobody waits for the devices any more: they are given back then.
   * @throws {import("../media/media-problem.js").MediaProblem}
   */
  async acquire(wishes, signal) {
    const { stream, reason } = await acquireLocalMedia(wishes);
    if (signal.aborted) {
      releaseLocalMedia(stream);
      return;
    }
    this.release();
    this.stream = stream;
    this.reason = reason;
    for (const track of stream.getTracks()) track.addEventListener("ended", () => this.#onEnded(track));
  }

  /** Gives the devices back: their lights go out. */
  release() {
    if (this.stream !== null) releaseLocalMedia(this.stream);
    this.stream = null;
    this.reason = null;
  }

  /** Mutes or unmutes: a muted microphone sends silence. */
  toggleMicrophone() {
    this.#toggle(this.audio);
  }

  /** Turns the picture off or on: a camera that is off sends black. */
  toggleCamera() {
    this.#toggle(this.video);
  }

  /** @param {MediaStreamTrack | null} track */
  #toggle(track) {
    if (track === null) return;
    track.enabled = !track.enabled;
    this.dispatchEvent(new Event("change"));
  }

  /** @param {MediaStreamTrack} track Its device was unplugged, or the permission was taken back. */
  #onEnded(track) {
    if (!this.stream?.getTracks().includes(track)) return;
    if (this.audio === null && this.video === null) this.reason = "no-devices";
    else this.reason = track.kind === "audio" ? "microphone-missing" : "camera-missing";
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * @param {MediaStreamTrack[] | undefined} tracks
 * @returns {MediaStreamTrack | null}
 */
function live(tracks) {
  return tracks?.find((track) => track.readyState === "live") ?? null;
}

/**
 * @param {MediaStreamTrack | null} track
 * @returns {DeviceState}
 */
function deviceState(track) {
  if (track === null) return "absent";
  return track.enabled ? "on" : "off";
}
