import { create, icon, setText } from "./dom.js";
import { initialsOf } from "./initials.js";
import { text } from "./texts.js";

/** A picture that would lose more than this share when it fills its place is shown whole instead. */
const MOST_CROPPED = 0.4;

/**
 * @typedef {object} PersonFacts
 * @property {MediaStream | null} stream
 * @property {string} missing Why there is no picture to be seen; empty if there is one.
 * @property {string} name What the person is called; empty: nothing is shown.
 * @property {boolean} muted Whether the person's microphone is.
 * @property {boolean} speaking
 * @property {boolean} whole Whether nothing of the picture may be cut off, as with a screen.
 */

/** One person: the picture, or what stands for it, with the name and whether he can be heard. */
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
  #tag = create("p", { className: "person-tag" }, this.#muted, this.#name);
  #observer = new ResizeObserver(() => this.#fit());
  #whole = false;
  #initials = "?";

  connectedCallback() {
    this.#avatar.setAttribute("aria-hidden", "true");
    this.replaceChildren(this.video, this.#placeholder, this.#tag);
    this.video.addEventListener("resize", () => this.#fit());
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
  }

  /** @param {PersonFacts} facts */
  show({ stream, missing, name, muted, speaking, whole }) {
    if (this.video.srcObject !== stream) this.video.srcObject = stream;
    this.#placeholder.hidden = missing === "";
    setText(this.#caption, missing);
    const initials = initialsOf(name);
    if (initials !== this.#initials) {
      this.#initials = initials;
      this.#avatar.replaceChildren(initials === "" ? icon("person") : initials);
    }
    setText(this.#name, name);
    this.#muted.hidden = !muted;
    this.#tag.hidden = name === "" && !muted;
    this.toggleAttribute("data-speaking", speaking);
    this.#whole = whole;
    this.#fit();
  }

  /** Fills the place with the picture, unless too much of it would be lost, as with a portrait on a wide screen. */
  #fit() {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = this.video;
    if (videoWidth === 0 || clientHeight === 0) return;
    const ratio = videoWidth / videoHeight / (clientWidth / clientHeight);
    this.video.classList.toggle("whole", this.#whole || 1 - Math.min(ratio, 1 / ratio) > MOST_CROPPED);
  }
}

customElements.define("person-picture", PersonPicture);
