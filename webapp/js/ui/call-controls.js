import { create, icon, iconButton } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {import("../room/call-state.js").CallState} CallState */
/** @typedef {import("../room/call-state.js").DeviceState} DeviceState */

/**
 * The bar of buttons. Events that bubble: `togglemicrophone`, `togglecamera`, `hangup`, `copylink`,
 * `opensettings`.
 */
export class CallControls extends HTMLElement {
  #microphone = this.#button("action.mute", "microphone", "togglemicrophone");
  #camera = this.#button("action.camera-off", "camera", "togglecamera");
  #copyLink = this.#button("action.copy-link", "link", "copylink");
  #settings = this.#button("action.settings", "settings", "opensettings");
  #hangUp = this.#button("action.hang-up", "hang-up", "hangup");

  connectedCallback() {
    const bar = create("div", { className: "bar" }, this.#microphone, this.#camera, this.#settings, this.#hangUp);
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", text("controls.label"));
    this.#hangUp.classList.add("danger");
    this.replaceChildren(bar);
  }

  /** @param {CallState} state */
  show({ phase, microphone, camera }) {
    this.hidden = phase === "hung-up" || phase === "blocked" || phase === "moved";
    showDevice(this.#microphone, microphone, "microphone");
    showDevice(this.#camera, camera, "camera");
    // While one waits, the invitation has this button; and to an occupied room one invites nobody.
    if (phase === "waiting" || phase === "room-full") this.#copyLink.remove();
    else if (!this.#copyLink.isConnected) this.#settings.before(this.#copyLink);
  }

  /**
   * @param {import("./texts.js").TextKey} key
   * @param {string} iconName
   * @param {string} event
   */
  #button(key, iconName, event) {
    return iconButton(text(key), iconName, () => this.dispatchEvent(new Event(event, { bubbles: true })));
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {DeviceState} device
 * @param {string} iconName
 */
function showDevice(button, device, iconName) {
  button.disabled = device === "absent";
  // The name stays and the state changes: a screen reader reads "Mute microphone, pressed".
  const pressed = String(device === "off");
  if (button.getAttribute("aria-pressed") === pressed) return;
  button.setAttribute("aria-pressed", pressed);
  button.querySelector(".icon")?.replaceWith(icon(device === "off" ? `${iconName}-off` : iconName));
}

customElements.define("call-controls", CallControls);
