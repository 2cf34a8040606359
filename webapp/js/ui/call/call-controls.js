import { canShareScreen } from "../../browser/media-devices.js";
import { commandButton } from "../command-button.js";
import { create, icon, setText } from "../dom.js";
import { MoreMenu } from "../menu/more-menu.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */
/** @typedef {import("../../room/call-state.js").DeviceState} DeviceState */

/**
 * The bar of buttons. Events that bubble: `togglemicrophone`, `togglecamera`, `sharescreen`, `togglechat`, `hangup`,
 * and those of <more-menu>.
 */
export class CallControls extends HTMLElement {
  #microphone = commandButton(this, "action.mute", "microphone", "togglemicrophone");
  #camera = commandButton(this, "action.camera-off", "camera", "togglecamera");
  #share = commandButton(this, "action.share-screen", "share-screen", "sharescreen");
  #chat = commandButton(this, "action.chat", "chat", "togglechat");
  #badge = create("span", { className: "badge", hidden: true });
  #more = new MoreMenu();
  #hangUp = commandButton(this, "action.hang-up", "hang-up", "hangup");

  connectedCallback() {
    const buttons = [this.#microphone, this.#camera, this.#share, this.#chat, this.#more, this.#hangUp];
    const bar = create("div", { className: "bar" }, ...buttons);
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", text("controls.label"));
    this.#hangUp.classList.add("danger");
    this.#badge.setAttribute("aria-hidden", "true");
    this.#chat.setAttribute("aria-controls", "chat-panel");
    this.#chat.append(this.#badge);
    this.replaceChildren(bar);
  }

  /** @param {CallState} state */
  show(state) {
    const { phase, microphone, camera, sharing, mutedTalk } = state;
    const before = phase === "lobby" || phase === "preparing";
    this.hidden = phase === "hung-up" || phase === "blocked" || phase === "moved";
    const opens = (/** @type {"camera" | "microphone"} */ kind) =>
      state.ownStream !== null && state.devices[kind].length > 0;
    showDevice(this.#microphone, microphone, "microphone", opens("microphone"));
    showDevice(this.#camera, camera, "camera", opens("camera"));
    this.#microphone.toggleAttribute("data-attention", mutedTalk);
    this.#share.hidden = before || !canShareScreen();
    this.#share.setAttribute("aria-pressed", String(sharing));
    this.#chat.hidden = before;
    this.#hangUp.hidden = before;
    this.#more.show(state);
  }

  /**
   * @param {boolean} isOpen
   * @param {number} unread
   */
  showChat(isOpen, unread) {
    const label = unread === 0 ? text("action.chat") : text("chat.unread", { count: unread });
    const caption = this.#chat.querySelector(".caption");
    this.#chat.setAttribute("aria-expanded", String(isOpen));
    this.#chat.setAttribute("aria-label", label);
    this.#chat.title = label;
    if (caption instanceof HTMLElement) setText(caption, text("action.chat"));
    this.#badge.hidden = unread === 0;
    setText(this.#badge, unread > 99 ? "99+" : String(unread));
  }

  /** Focuses the button that opens the chat. */
  focusChat() {
    this.#chat.focus();
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {DeviceState} device
 * @param {string} iconName
 * @param {boolean} opens Whether a press opens such a device.
 */
function showDevice(button, device, iconName, opens) {
  button.disabled = device === "absent" && !opens;
  const isOff = device !== "on" && !button.disabled;
  // The name stays the same: a screen reader reads "Mute microphone, pressed".
  const pressed = String(isOff);
  if (button.getAttribute("aria-pressed") === pressed) return;
  button.setAttribute("aria-pressed", pressed);
  button.querySelector(".icon")?.replaceWith(icon(isOff ? `${iconName}-off` : iconName));
}

customElements.define("call-controls", CallControls);
