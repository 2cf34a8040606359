import { floatVideo, floatWindow, isVideoFloating, landVideo } from "../../browser/floating.js";
import { dispatchCommand } from "../commands.js";
import { create, icon } from "../dom.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/** Pixels. */
const SIZE = { width: 400, height: 300 };

/**
 * Picture in picture of the peer: a window with buttons where the browser allows it, the video alone elsewhere. The
 * buttons dispatch the events of <call-controls> on the page.
 */
export class CallFloat {
  #main;
  #video = create("video", { autoplay: true, playsInline: true, muted: true });
  #microphone = this.#button("action.mute", "microphone", "togglemicrophone");
  #camera = this.#button("action.camera-off", "camera", "togglecamera");
  #hangUp = this.#button("action.hang-up", "hang-up", "hangup");
  /** @type {Window | null} */
  #window = null;
  /** @type {CallState | null} */
  #state = null;

  /** @param {HTMLElement} main Of the page. */
  constructor(main) {
    this.#main = main;
    this.#hangUp.classList.add("danger");
  }

  /**
   * Opens it, or closes it.
   * @param {HTMLVideoElement} remoteVideo
   * @returns {Promise<boolean>} Whether the browser allowed it.
   */
  async toggle(remoteVideo) {
    if (this.#window !== null) {
      this.#window.close();
      return true;
    }
    if (isVideoFloating()) return await landVideo();
    const floating = await floatWindow(SIZE);
    if (floating === null) return await floatVideo(remoteVideo);
    this.#fill(floating);
    return true;
  }

  /** @param {CallState} state */
  show(state) {
    this.#state = state;
    if (state.remoteStream === null && isVideoFloating()) void landVideo();
    if (this.#window === null) return;
    if (state.remoteStream === null) {
      this.#window.close();
      return;
    }
    if (this.#video.srcObject !== state.remoteStream) this.#video.srcObject = state.remoteStream;
    showPressed(this.#microphone, state.microphone, "microphone");
    showPressed(this.#camera, state.camera, "camera");
  }

  /** @param {Window} floating */
  #fill(floating) {
    this.#window = floating;
    const { document: page } = floating;
    page.documentElement.lang = document.documentElement.lang;
    page.title = document.title;
    for (const { href } of /** @type {NodeListOf<HTMLLinkElement>} */ (
      document.querySelectorAll("link[rel=stylesheet]")
    )) {
      page.head.append(create("link", { rel: "stylesheet", href }));
    }
    page.body.className = "floating";
    page.body.append(this.#video, create("div", { className: "bar" }, this.#microphone, this.#camera, this.#hangUp));
    floating.addEventListener("pagehide", () => {
      this.#window = null;
      this.#video.srcObject = null;
    });
    if (this.#state !== null) this.show(this.#state);
  }

  /**
   * @param {import("../texts.js").TextKey} key
   * @param {string} iconName
   * @param {import("../commands.js").PlainCommand} command
   */
  #button(key, iconName, command) {
    const label = text(key);
    const onclick = () => dispatchCommand(this.#main, command);
    const button = create(
      "button",
      { type: "button", className: "button", title: label, onclick },
      absoluteIcon(iconName),
    );
    button.setAttribute("aria-label", label);
    return button;
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {import("../../room/call-state.js").DeviceState} device
 * @param {string} iconName
 */
function showPressed(button, device, iconName) {
  button.disabled = device === "absent";
  const isOff = device === "off" || device === "interrupted";
  button.setAttribute("aria-pressed", String(isOff));
  button.replaceChildren(absoluteIcon(isOff ? `${iconName}-off` : iconName));
}

/**
 * Creates an icon with an absolute address, which also works in another window.
 * @param {string} name
 */
function absoluteIcon(name) {
  const svg = icon(name);
  const use = svg.firstElementChild;
  use?.setAttribute("href", new URL(use.getAttribute("href") ?? "", document.baseURI).href);
  return svg;
}
