import { recordingQuestions } from "../recording-questions.js";
import { DeviceSwitches } from "./device-switches.js";
import { captureScreen, ScreenRefusal } from "../../media/screen-media.js";
import { learnCodecs } from "../../rtc/codec-preference.js";
import { stricterBudget } from "../../rtc/media-budget.js";
import { RecordingConsent } from "../recording-consent.js";
import { VoiceActivity } from "../voice-activity.js";
import { announcedDevice } from "../peer/peer-state.js";
import { Entrance } from "./entrance.js";
import { LocalDevices } from "./local-devices.js";
import { LocalMedia } from "./local-media.js";
import { QualityWish } from "./quality-wish.js";

/** @typedef {import("../../media/media-problem.js").Device} Device */
/** @typedef {import("../call-state.js").CallState} CallState */
/** @typedef {import("../../rtc/media-budget.js").Budget} Budget */
/** @typedef {import("../peer/peer-state.js").PeerState} PeerState */
/** @typedef {import("./local-devices.js").DeviceNote | { what: "sharing-ended" | "sharing-refused" | "sharing-failed" }} LocalNote */

/**
 * The local participant: devices, what is sent, the name, who speaks. Events: `change` (see
 * {@link LocalParticipant#facts}), `sent` (what is sent or announced to the peer has changed), `note` (a CustomEvent
 * whose detail is a {@link LocalNote}: something that the page mentions once).
 */
export class LocalParticipant extends EventTarget {
  media;
  entrance = new Entrance();
  quality = new QualityWish();
  consent = new RecordingConsent();

  /** When the peer may ask for a recording. */
  questions;

  /** Which devices are on, kept for a reload. */
  switches;

  /** Which devices there are. */
  devices;

  #voice;
  /** @type {Budget} */
  #peerBudget = "full";
  /** Aborted when the devices are no longer waited for. */
  #attempt = new AbortController();

  /**
   * @param {string} room A key of room-key.js.
   * @param {() => number} remoteLevel How loud the peer is, from 0 to 1.
   * @param {import("../../storage/storage.js").StorageArea | null} [area] For tests: in place of the browser's session
   *   storage.
   */
  constructor(room, remoteLevel, area) {
    super();
    this.switches = new DeviceSwitches(room, area);
    this.questions = recordingQuestions(room, area);
    this.media = new LocalMedia(this.switches);
    this.devices = new LocalDevices(this.media);
    const isMuted = () => this.media.microphone !== "on";
    this.#voice = new VoiceActivity({ remoteLevel, isMuted }, () => this.#changed());
    this.media.sound = this.quality.music ? "music" : "voice";
    this.followPeer("full");
    this.media.addEventListener("change", () => this.#onMediaChange());
    this.consent.addEventListener("change", () => this.#announce());
    this.devices.addEventListener("change", () => this.#changed());
    this.media.addEventListener("sharingended", () => this.#note({ what: "sharing-ended" }));
    this.devices.addEventListener("note", (event) => event instanceof CustomEvent && this.#note(event.detail));
  }

  /** @returns {Partial<CallState>} Its part of the call's state. */
  get facts() {
    const { stream, microphone, camera, isSharing, isMirrored } = this.media;
    const { name, straightIn } = this.entrance;
    const sent = { ownStream: stream, microphone, camera, sharing: isSharing, mirrored: isMirrored };
    const { budget, music } = this.quality;
    return {
      ...sent,
      ...this.#voice.facts,
      devices: this.devices.choices,
      ownName: name,
      straightIn,
      budget,
      music,
      closesMuted: this.media.closesMuted,
    };
  }

  /** @returns {Omit<PeerState, "arriving">} What is announced to the peer. */
  get announced() {
    const { isSharing } = this.media;
    const [microphone, camera] = [announcedDevice(this.media.microphone), announcedDevice(this.media.camera)];
    const { recording, answer } = this.consent;
    const { budget } = this.quality;
    return { name: this.entrance.name, microphone, camera, sharing: isSharing, budget, recording, answer };
  }

  /** Forgets what was for this call: the person has hung up. */
  forget() {
    this.switches.forget();
    this.questions.forget();
  }

  /** @returns {number} How loud the microphone is, muted or not, from 0 to 1. */
  get level() {
    return this.#voice.localLevel;
  }

  /**
   * Opens the devices. {@link LocalParticipant#release} ends the wait for them, as another call of this method does.
   * @param {readonly Device[]} wishes
   * @returns {Promise<boolean>} Whether they are there; false if they are no longer waited for.
   * @throws {import("../../media/media-problem.js").MediaProblem}
   */
  async prepare(wishes) {
    this.#attempt.abort();
    const { signal } = (this.#attempt = new AbortController());
    void learnCodecs();
    await this.devices.start();
    try {
      await this.media.acquire(wishes, signal, this.devices.wanted, (device) => this.devices.has(device));
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
    if (!signal.aborted) this.#begin();
    return !signal.aborted;
  }

  /**
   * Goes on without devices, to watch and listen.
   * @param {import("../../media/media-problem.js").MediaReason} reason Why there are none.
   * @returns {Promise<boolean>} As {@link LocalParticipant#prepare}.
   */
  async goWithout(reason) {
    const { signal } = this.#attempt;
    await this.media.acquire([], signal);
    if (signal.aborted) return false;
    this.media.reason = reason;
    this.#begin();
    return true;
  }

  #begin() {
    this.#voice.start();
    this.#onMediaChange();
    this.devices.refresh();
  }

  /** Releases all devices. */
  release() {
    this.#attempt.abort();
    this.devices.stop();
    this.#voice.stop();
    this.media.release();
  }

  /**
   * Mutes or unmutes the microphone, turns the camera off or on; opens a device that is absent.
   * @param {Device} device
   * @param {boolean} [on] The opposite of the present state by default.
   */
  turn(device, on) {
    if (this.media[device] === "absent") this.devices.demand(device);
    else this.media.turn(device, on);
  }

  /** The page is back in sight. */
  wake() {
    this.devices.recover();
  }

  /**
   * Push to talk: a muted microphone is on while the key is held.
   * @param {boolean} held
   */
  talk(held) {
    if (!held || this.media.microphone === "off") this.media.talk(held);
  }

  /** Lets the person choose a screen, window or tab to send in place of the camera; ends the sharing if there is one. */
  async toggleSharing() {
    if (this.media.isSharing) return this.media.stopSharing();
    try {
      const screen = await captureScreen();
      if (screen !== null) this.media.share(screen);
    } catch (error) {
      this.#note({ what: error instanceof ScreenRefusal ? error.reason : "sharing-failed" });
    }
  }

  /** @param {string} name As the person wrote it. */
  setName(name) {
    this.entrance.setName(name);
    this.#announce();
  }

  /** @param {Budget} budget How much to send and receive at most, now and later. */
  setBudget(budget) {
    this.quality.setBudget(budget);
    this.followPeer(this.#peerBudget);
    this.#announce();
  }

  /** @param {Budget} budget What the peer wishes; "full" without a peer. */
  followPeer(budget) {
    this.#peerBudget = budget;
    this.media.keepToSound(stricterBudget(this.quality.budget, budget) === "sound");
  }

  /** @param {boolean} closes Whether a muted microphone is closed, now and later. */
  setClosesMuted(closes) {
    this.media.closeMuted(closes);
    this.#changed();
  }

  /** @param {boolean} music Whether to send the audio as the microphone hears it, now and later. */
  setMusic(music) {
    this.quality.setMusic(music);
    this.media.sound = music ? "music" : "voice";
    this.devices.reopen("microphone");
    this.#announce();
  }

  /** @param {boolean} straightIn Whether to leave out the lobby the next time. */
  setStraightIn(straightIn) {
    this.entrance.setStraightIn(straightIn);
    this.#changed();
  }

  #onMediaChange() {
    this.#voice.listenTo(this.media.microphoneTrack);
    this.#announce();
  }

  /** @param {LocalNote} note */
  #note(note) {
    this.dispatchEvent(new CustomEvent("note", { detail: note }));
  }

  #announce() {
    this.dispatchEvent(new Event("sent"));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
