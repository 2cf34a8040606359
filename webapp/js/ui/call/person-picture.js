import { watchSize } from "../../browser/element-size.js";
import { create, icon, setText } from "../dom.js";
import { initialsOf } from "./initials.js";
import { text } from "../texts.js";

/** A picture that would lose more than this share by cropping is shown whole. */
const MAX_CROPPED = 0.4;

/**
 * @typedef {object} PersonFacts
 * @property {MediaStream | null} stream
 * @property {string} missing Why there is no picture; empty if there is one.
 * @property {string} name Empty: no name is shown.
 * @property {boolean} [own] Whether it is marked as the own side, which no name can imitate.
 * @property {boolean} muted Whether the microphone is muted.
 * @property {boolean} speaking
 * @property {boolean} whole Whether the picture must not be cropped, as a shared screen.
 */

/** A participant: the picture or a placeholder, the name, and a mark if they are muted. */
export class PersonPicture extends HTMLElement {
  video = create("video", { autoplay: true, playsInline: true });

  #avatar = create("span", { className: "avatar" });
  #caption = create("span");
  #placeholder = create("p", { className: "placeholder" }, this.#avatar, this.#caption);
  #name = create("bdi");
  #muted = create(
    "span",
    { className: "muted-mark" },
    icon("microphone-off"),
    create("span", { className: "visually-hidden" }, text("stage.muted")),
  );
  #own = create("span", { className: "own-mark", hidden: true }, text("stage.you"));
  #tag = create("p", { className: "person-tag" }, this.#muted, this.#name, this.#own);
  #stopWatching = () => {};
  #whole = false;
  #initials = "?";

  connectedCallback() {
    this.#avatar.setAttribute("aria-hidden", "true");
    this.replaceChildren(this.video, this.#placeholder, this.#tag);
    this.video.addEventListener("resize", () => this.#fit());
    this.#stopWatching = watchSize(this, () => this.#fit());
  }

  disconnectedCallback() {
    this.#stopWatching();
  }

  /** @param {PersonFacts} facts */
  show({ stream, missing, name, own = false, muted, speaking, whole }) {
    if (this.video.srcObject !== stream) this.video.srcObject = stream;
    this.#placeholder.hidden = missing === "";
    setText(this.#caption, missing);
    const initials = initialsOf(name);
    if (initials !== this.#initials) {
      this.#initials = initials;
      this.#avatar.replaceChildren(initials === "" ? icon("person") : initials);
    }
    setText(this.#name, name);
    this.#own.hidden = !own;
    this.#muted.hidden = !muted;
    this.#tag.hidden = name === "" && !own && !muted;
    this.toggleAttribute("data-speaking", speaking);
    this.#whole = whole;
    this.#fit();
  }

  /** Crops the picture to its place, unless too much of it would be lost, as of a portrait on a wide screen. */
  #fit() {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = this.video;
    if (videoWidth === 0 || clientHeight === 0) return;
    const ratio = videoWidth / videoHeight / (clientWidth / clientHeight);
    this.video.classList.toggle("whole", this.#whole || 1 - Math.min(ratio, 1 / ratio) > MAX_CROPPED);
  }
}

customElements.define("person-picture", PersonPicture);
