import { playOn } from "../../browser/sound.js";
import { sessionStore } from "../../storage/storage.js";
import { iconButton, setText } from "../dom.js";
import { PersonPicture } from "./person-picture.js";
import { Playback } from "./playback.js";
import { isTogether } from "./presentation.js";
import { SmallPicture } from "./small-picture.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/** Where it is kept for a reload that the pictures are swapped. */
const KEY = "video-chat-room:swapped";

/** The two pictures. Either of them can be the large one. */
export class CallStage extends HTMLElement {
  #own = new PersonPicture();
  #remote = new PersonPicture();
  #small = new SmallPicture();
  #playSound = iconButton(text("action.play-sound"), "sound", () => this.#playback.press());
  #playback = new Playback(this.#remote.video, () => this.#showPlayback());
  #ownPlayback = new Playback(this.#own.video, () => undefined, false);
  #speaker = "";
  #store = sessionStore();

  connectedCallback() {
    this.#own.classList.add("own-picture");
    this.#remote.classList.add("remote-picture");
    Object.assign(this.#own.video, { id: "own-video", muted: true });
    this.#remote.video.id = "remote-video";
    this.#own.video.setAttribute("aria-label", text("stage.own"));
    this.#remote.video.setAttribute("aria-label", text("stage.remote"));
    // The property does not set the attribute, which accessibility checkers read.
    this.#own.video.setAttribute("muted", "");
    this.#playSound.classList.add("primary", "play-sound");
    this.#playSound.hidden = true;
    this.replaceChildren(this.#remote, this.#own, this.#small, this.#playSound);
  }

  /** @returns {HTMLVideoElement} The peer's. */
  get remoteVideo() {
    return this.#remote.video;
  }

  /** Swaps the large and the small picture. */
  swap() {
    if (this.toggleAttribute("data-swapped")) this.#store.set(KEY, "yes");
    else this.#store.remove(KEY);
  }

  /** Moves the small picture to the next corner. */
  moveSmall() {
    this.#small.move();
  }

  /** @param {CallState} state */
  show(state) {
    const { phase, remoteStream, microphone, mirrored, sharing, other, ownName, ownSpeaking, otherSpeaking } = state;
    const together = isTogether(state);
    this.#playback.use(remoteStream);
    this.#ownPlayback.use(state.ownStream);
    this.#remote.show({
      stream: remoteStream,
      missing: remoteMissing(state),
      name: other?.name ?? "",
      muted: other !== null && other.microphone !== "on",
      speaking: otherSpeaking,
      whole: other?.sharing ?? false,
    });
    this.#own.show({
      stream: state.ownStream,
      missing: ownMissing(state),
      name: ownName,
      own: together,
      muted: microphone !== "on" && phase !== "preparing" && state.ownStream !== null,
      speaking: ownSpeaking,
      whole: sharing,
    });
    this.#own.video.classList.toggle("mirrored", mirrored);
    // Without the peer there is nothing to swap.
    if (phase === "waiting" || phase === "hung-up") this.#store.remove(KEY);
    this.toggleAttribute("data-swapped", together && this.#store.get(KEY) !== null);
    this.#small.hidden = !together;
    this.#playOn(state.devices.used.speaker);
  }

  #showPlayback() {
    const { needs } = this.#playback;
    this.#playSound.hidden = needs === "";
    if (needs === "") return;
    const label = text(needs === "all" ? "action.play-on" : "action.play-sound");
    this.#playSound.title = label;
    const caption = this.#playSound.querySelector(".caption");
    if (caption instanceof HTMLElement) setText(caption, label);
  }

  /** @param {string} speaker */
  #playOn(speaker) {
    if (speaker === this.#speaker) return;
    this.#speaker = speaker;
    void playOn(this.#remote.video, speaker);
  }
}

/** @param {CallState} state */
function ownMissing({ phase, camera, sharing, previewing, ownStream, keptBudget, budget }) {
  if (phase === "lobby" && !previewing) return text("stage.own-picture-off");
  if (camera === "interrupted" && !sharing) return text("stage.own-picture-interrupted");
  if ((keptBudget ?? budget) === "sound" && (camera === "on" || sharing)) return text("stage.own-sound-only");
  // Without a stream the state of the devices is not known yet.
  if (camera === "on" || sharing || phase === "preparing" || ownStream === null) return "";
  return text(camera === "off" ? "stage.own-picture-off" : "stage.no-own-picture");
}

/** @param {CallState} state */
function remoteMissing({ phase, remotePicture, other, keptBudget }) {
  if (phase !== "connected") return "";
  if (keptBudget === "sound") return text("stage.sound-only");
  if (other?.sharing && remotePicture) return "";
  if (other?.camera === "off") return text("stage.remote-picture-off");
  return remotePicture && other?.camera !== "absent" ? "" : text("stage.no-remote-picture");
}

customElements.define("call-stage", CallStage);
