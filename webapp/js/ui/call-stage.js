import { create, icon, iconButton, setText } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {import("../room/call-state.js").CallState} CallState */

/** A picture that would lose more than this share when it fills its place is shown whole instead. */
const MOST_CROPPED = 0.4;

/** The two pictures. */
export class CallStage extends HTMLElement {
  #own = create("video", { id: "own-video", muted: true, autoplay: true, playsInline: true });
  #remote = create("video", { id: "remote-video", autoplay: true, playsInline: true });
  #ownCaption = create("span");
  #ownPlaceholder = create("p", { className: "placeholder" }, icon("camera-off"), this.#ownCaption);
  #remotePlaceholder = create(
    "p",
    { className: "placeholder" },
    icon("person"),
    create("span", {}, text("stage.no-remote-picture")),
  );
  #playSound = iconButton(text("action.play-sound"), "sound", () => this.#play());
  #observer = new ResizeObserver(() => this.#fit());

  connectedCallback() {
    this.#own.setAttribute("aria-label", text("stage.own"));
    this.#remote.setAttribute("aria-label", text("stage.remote"));
    // The attribute, beside the property, is what other programs that look at the page can see.
    this.#own.setAttribute("muted", "");
    this.#playSound.classList.add("primary", "play-sound");
    this.#playSound.hidden = true;
    this.replaceChildren(
      create("div", { className: "remote-picture" }, this.#remote, this.#remotePlaceholder, this.#playSound),
      create("div", { className: "own-picture" }, this.#own, this.#ownPlaceholder),
    );
    this.#remote.addEventListener("resize", () => this.#fit());
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
  }

  /** @param {CallState} state */
  show({ phase, ownStream, remoteStream, remotePicture, camera }) {
    if (this.#own.srcObject !== ownStream) this.#own.srcObject = ownStream;
    if (this.#remote.srcObject !== remoteStream) {
      this.#remote.srcObject = remoteStream;
      this.#playSound.hidden = true;
      if (remoteStream !== null) this.#play();
    }
    this.#ownPlaceholder.hidden = camera === "on" || phase === "preparing";
    setText(this.#ownCaption, text(camera === "off" ? "stage.own-picture-off" : "stage.no-own-picture"));
    this.#remotePlaceholder.hidden = remoteStream === null || remotePicture || phase !== "connected";
  }

  async #play() {
    try {
      await this.#remote.play();
      this.#playSound.hidden = true;
    } catch (error) {
      // Sound needs a click in some browsers. Anything else is a stream that was exchanged in the meantime.
      const refused = error instanceof DOMException && error.name === "NotAllowedError";
      this.#playSound.hidden = !refused;
    }
  }

  /** Fills the place with the picture, unless too much of it would be lost, as with a portrait on a wide screen. */
  #fit() {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = this.#remote;
    if (videoWidth === 0 || clientHeight === 0) return;
    const ratio = videoWidth / videoHeight / (clientWidth / clientHeight);
    this.#remote.classList.toggle("whole", 1 - Math.min(ratio, 1 / ratio) > MOST_CROPPED);
  }
}

customElements.define("call-stage", CallStage);
