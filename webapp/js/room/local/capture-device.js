import { mayOpenUnasked, openDevice } from "../../media/media-access.js";
import { MediaProblem } from "../../media/media-problem.js";

/** @typedef {import("../../media/media-problem.js").Device} Device */
/** @typedef {import("../call-state.js").DeviceState} DeviceState */

/** Milliseconds after which a device is closed that nothing is sent from: the last pictures that are sent are black. */
const CLOSE_DELAY = 1_500;

/**
 * What a device needs to know of the others.
 * @typedef {object} CaptureDeviceOptions
 * @property {() => boolean} isOn Whether the person has turned it on.
 * @property {() => boolean} isUsed Whether it is sent while it is on. A camera is not while a screen is sent in its place.
 * @property {() => boolean} closes Whether it is closed while nothing is sent from it.
 * @property {() => import("../../media/media-access.js").Sound} sound
 * @property {() => void} onChange
 * @property {(id: string) => void} onLost It was unplugged, or the system has ended it.
 * @property {() => void} onRefused It was closed, and cannot be opened again.
 */

/**
 * The camera or the microphone of the local participant.
 *
 * | Life      | Meaning                              | Entered when                          | Shown and announced as |
 * | --------- | ------------------------------------ | ------------------------------------- | ---------------------- |
 * | none      | Not wanted, or missing               | At first; lost; it does not open      | absent                 |
 * | live      | Its track is live                    | Opened                                | on; off if turned off; |
 * |           |                                      |                                       | interrupted while the  |
 * |           |                                      |                                       | system mutes it        |
 * | closed    | Nothing is sent from it: it is       | Off or unused for 1.5 s, if it opens  | off; on if it is       |
 * |           | closed, and its light is off         | again without a question              | only unused            |
 * | reopening | It is needed again                   | On and used while closed              | off                    |
 */
export class CaptureDevice {
  #device;
  #options;
  /** @type {MediaStreamTrack | null} */
  #track = null;
  /** @type {"none" | "live" | "closed" | "reopening"} */
  #life = "none";
  /** Of the latest track, also when that is closed. */
  #id = "";
  /** @type {AbortController | null} */
  #listening = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #closing;
  /** What is opened while it is released is not wanted any more. */
  #releases = 0;

  /**
   * @param {Device} device
   * @param {CaptureDeviceOptions} options
   */
  constructor(device, options) {
    this.#device = device;
    this.#options = options;
  }

  /** @returns {MediaStreamTrack | null} Null unless it is live. */
  get track() {
    return this.#track?.readyState === "live" ? this.#track : null;
  }

  /** @returns {string} The id of the device in use; empty if there is none or the browser hides it. */
  get id() {
    return this.#life === "none" ? "" : this.#id;
  }

  /** @returns {DeviceState} */
  get state() {
    const { isOn, isUsed } = this.#options;
    if (this.#life === "none" || (this.#life === "live" && this.track === null)) return "absent";
    if (this.#life === "live") return !isOn() ? "off" : this.track?.muted ? "interrupted" : "on";
    return isOn() && !isUsed() ? "on" : "off";
  }

  /** @param {MediaStreamTrack} track In place of the present one. */
  take(track) {
    this.#end();
    this.#track = track;
    this.#life = "live";
    // Read now: some browsers hide the settings of an ended track.
    this.#id = track.getSettings().deviceId ?? "";
    const options = { signal: (this.#listening = new AbortController()).signal };
    track.addEventListener("ended", () => this.#onEnded(), options);
    track.addEventListener("mute", () => this.#options.onChange(), options);
    track.addEventListener("unmute", () => this.#options.onChange(), options);
    this.update();
  }

  /** @returns {Promise<boolean>} Whether it need not be opened now: it is off or unused, and opens later without a question. */
  async mayWait() {
    const { isOn, isUsed, closes } = this.#options;
    return !(isOn() && isUsed()) && closes() && (await mayOpenUnasked(this.#device));
  }

  /**
   * It is off, and is not opened before it is turned on.
   * @param {string} [id]
   */
  takeClosed(id = "") {
    this.#end();
    this.#life = "closed";
    this.#id = id;
    this.update();
  }

  /**
   * Uses another one in place of the present one, or where there was none. One that is closed is not opened for that.
   * Most telephones open one camera at a time: if the second one fails, the first is closed before the next attempt.
   * @param {import("../../media/media-access.js").DeviceWish} wish
   * @throws {import("../../media/media-problem.js").MediaProblem} The present one stays in use.
   */
  async open(wish) {
    if (this.#life === "closed" && wish.id !== undefined) {
      this.#id = wish.id;
      return;
    }
    const before = this.track;
    const releases = this.#releases;
    try {
      this.take(await this.#opened(wish, releases));
    } catch (error) {
      if (before === null || before !== this.track) throw error;
      before.stop();
      await this.#openInstead(wish, releases, error);
    }
  }

  /** Whether it is on, or used, may have changed. */
  update() {
    const { isOn, isUsed, closes } = this.#options;
    const isNeeded = isOn() && isUsed();
    if (this.#track !== null) this.#track.enabled = isNeeded;
    if (isNeeded || !closes()) {
      clearTimeout(this.#closing);
      this.#closing = undefined;
    } else if (this.#life === "live") {
      this.#closing ??= setTimeout(() => void this.#close(), CLOSE_DELAY);
    }
    if (this.#life === "closed" && (isNeeded || !closes())) void this.#reopen();
  }

  /** Ends it. */
  release() {
    this.#releases++;
    this.#end();
    this.#life = "none";
  }

  /**
   * @param {import("../../media/media-access.js").DeviceWish} wish
   * @param {number} releases Before the first attempt.
   * @param {unknown} error Of that.
   */
  async #openInstead(wish, releases, error) {
    try {
      this.take(await this.#opened(wish, releases));
    } catch {
      try {
        this.take(await this.#opened({ id: this.#id }, releases));
        this.#options.onChange();
      } catch {
        if (this.#life === "live") this.#onEnded();
      }
      throw error;
    }
  }

  /**
   * @param {import("../../media/media-access.js").DeviceWish} wish
   * @param {number} releases When it was wanted.
   * @returns {Promise<MediaStreamTrack>} Rejects if it does not open, or was released since.
   */
  async #opened(wish, releases) {
    if (releases !== this.#releases) throw new MediaProblem("media-failed");
    const track = await openDevice(this.#device, wish, this.#options.sound());
    if (releases === this.#releases) return track;
    track.stop();
    throw new MediaProblem("media-failed");
  }

  #end() {
    clearTimeout(this.#closing);
    this.#closing = undefined;
    this.#listening?.abort();
    this.#track?.stop();
    this.#track = null;
  }

  /** Closes it, unless opening it again would make the browser ask the person again. */
  async #close() {
    const track = this.#track;
    const isAllowed = await mayOpenUnasked(this.#device);
    const { isOn, isUsed, closes, onChange } = this.#options;
    this.#closing = undefined;
    if (!isAllowed || this.#life !== "live" || track !== this.#track || !closes() || (isOn() && isUsed())) return;
    this.#end();
    this.#life = "closed";
    onChange();
  }

  async #reopen() {
    this.#life = "reopening";
    const { onChange, onRefused } = this.#options;
    const wish = this.#id === "" ? {} : { id: this.#id };
    try {
      const track = await this.#opened(wish, this.#releases);
      // Meanwhile it was released, or another one was chosen.
      if (this.#life !== "reopening") return track.stop();
      this.take(track);
      onChange();
    } catch {
      if (this.#life !== "reopening") return;
      this.#life = "none";
      onChange();
      onRefused();
    }
  }

  #onEnded() {
    const id = this.#id;
    this.#end();
    this.#life = "none";
    this.#options.onChange();
    this.#options.onLost(id);
  }
}
