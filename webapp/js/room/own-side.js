import { captureScreen } from "../media/screen-media.js";
import { learnCodecs } from "../rtc/codec-preference.js";
import { Entrance } from "./entrance.js";
import { OwnDevices } from "./own-devices.js";
import { OwnMedia } from "./own-media.js";
import { QualityWish } from "./quality-wish.js";
import { RecordingConsent } from "./recording-consent.js";
import { Speech } from "./speech.js";

/** @typedef {import("../media/media-problem.js").Device} Device */
/** @typedef {import("./call-state.js").CallState} CallState */
/** @typedef {import("./other-state.js").OtherState} OtherState */
/** @typedef {import("./own-devices.js").DeviceNote | { what: "sharing-ended" }} OwnNote Worth saying in passing. */

const SILENCE = { ownSpeaking: false, otherSpeaking: false, mutedTalk: false };

/**
 * The own person in a call: devices, what is sent, the name, who speaks. Events: `change` (see {@link OwnSide#facts}),
 * `sent` (what the other participant gets, or is told, is another), `note` (a CustomEvent: an {@link OwnNote}).
 */
export class OwnSide extends EventTarget {
  media = new OwnMedia();
  entrance = new Entrance();
  quality = new QualityWish();
  consent = new RecordingConsent();

  #devices = new OwnDevices(this.media);
  #otherLevel;
  /** @type {Speech | null} While there are devices. */
  #speech = null;
  #speaking = SILENCE;
  #pushed = false;

  /** @param {() => number} otherLevel How loud the other participant is, from 0 to 1. */
  constructor(otherLevel) {
    super();
    this.#otherLevel = otherLevel;
    this.media.sound = this.quality.music ? "music" : "voice";
    this.media.addEventListener("change", () => this.#onMediaChange());
    this.consent.addEventListener("change", () => this.#told());
    this.#devices.addEventListener("change", () => this.#changed());
    this.media.addEventListener("sharingended", () => this.#note({ what: "sharing-ended" }));
    this.#devices.addEventListener("note", (event) => event instanceof CustomEvent && this.#note(event.detail));
  }

  /** @returns {Partial<CallState>} What a page shows of it. */
  get facts() {
    const { stream, microphone, camera, isSharing, isMirrored } = this.media;
    const { name, straightIn } = this.entrance;
    const sent = { ownStream: stream, microphone, camera, sharing: isSharing, mirrored: isMirrored };
    const { budget, music } = this.quality;
    return { ...sent, ...this.#speaking, devices: this.#devices.choices, ownName: name, straightIn, budget, music };
  }

  /** @returns {Omit<OtherState, "arriving">} What the other participant is told. */
  get told() {
    const { microphone, camera, isSharing } = this.media;
    const { recording, answer } = this.consent;
    const { budget } = this.quality;
    return { name: this.entrance.name, microphone, camera, sharing: isSharing, budget, recording, answer };
  }

  /** @returns {number} How loud the own microphone is, muted or not, from 0 to 1. */
  get level() {
    return this.#speech?.ownLevel ?? 0;
  }

  /**
   * Asks for the devices.
   * @param {readonly Device[]} wishes
   * @param {AbortSignal} signal Aborted when nobody waits for them any more.
   * @throws {import("../media/media-problem.js").MediaProblem}
   */
  async prepare(wishes, signal) {
    void learnCodecs();
    await this.#devices.start();
    await this.media.acquire(wishes, signal, this.#devices.wanted);
    if (!signal.aborted) this.#begin();
  }

  /**
   * There are no devices to be had, and the call goes on all the same: watching and listening.
   * @param {import("../media/media-problem.js").MediaReason} reason
   * @param {AbortSignal} signal Aborted when the call has ended.
   */
  async goWithout(reason, signal) {
    await this.media.acquire([], signal);
    if (signal.aborted) return;
    this.media.reason = reason;
    this.#begin();
  }

  #begin() {
    const sources = { otherLevel: this.#otherLevel, isMuted: () => this.media.microphone === "off" };
    this.#speech = new Speech(sources, (facts) => {
      this.#speaking = facts;
      this.#changed();
    });
    this.#onMediaChange();
    // Their names are known only now that they are allowed.
    this.#devices.refresh();
  }

  /** Gives everything back. */
  release() {
    this.#devices.stop();
    this.#speech?.stop();
    this.#speech = null;
    this.#speaking = SILENCE;
    this.media.release();
  }

  /**
   * Mutes a device or unmutes it, turns it off or on.
   * @param {Device} device
   * @param {boolean} [on] The other way round, if not given.
   */
  turn(device, on) {
    this.media.turn(device, on);
  }

  /**
   * Takes another device, now and the next time.
   * @param {import("../media/device-catalogue.js").DeviceKind} kind
   * @param {string} id
   */
  choose(kind, id) {
    this.#devices.choose(kind, id);
  }

  /** Takes the camera on the other side of a telephone, or the next one. */
  flip() {
    this.#devices.flip();
  }

  /**
   * Push to talk: a muted microphone is on for as long as it is held.
   * @param {boolean} held
   */
  talk(held) {
    if (held === this.#pushed || (held && this.media.microphone !== "off")) return;
    this.#pushed = held;
    this.turn("microphone", held);
  }

  /** Lets the person choose a screen, window or tab to send in place of the camera; ends that if it is sent already. */
  async toggleSharing() {
    if (this.media.isSharing) this.media.stopSharing();
    else this.media.share(await captureScreen());
  }

  /** @param {string} name As the person wrote it. */
  setName(name) {
    this.entrance.setName(name);
    this.#told();
  }

  /** @param {import("../rtc/media-budget.js").Budget} budget How much to send and get at most, now and the next time. */
  setBudget(budget) {
    this.quality.setBudget(budget);
    this.#told();
  }

  /** @param {boolean} music Whether to send the sound as the microphone hears it, now and the next time. */
  setMusic(music) {
    this.quality.setMusic(music);
    this.media.sound = music ? "music" : "voice";
    this.#devices.reopen("microphone");
    this.#told();
  }

  /** @param {boolean} straightIn Whether to leave out the lobby the next time. */
  setStraightIn(straightIn) {
    this.entrance.setStraightIn(straightIn);
    this.#changed();
  }

  #onMediaChange() {
    this.#speech?.listenTo(this.media.microphoneTrack);
    this.#told();
  }

  /** @param {OwnNote} note */
  #note(note) {
    this.dispatchEvent(new CustomEvent("note", { detail: note }));
  }

  /** The other participant is to hear of something, and the page too. */
  #told() {
    this.dispatchEvent(new Event("sent"));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
