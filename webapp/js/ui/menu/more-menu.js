import { canFloat } from "../../browser/floating.js";
import { canFillScreen } from "../../browser/full-screen.js";
import { hasRecorder } from "../../browser/recording.js";
import { dispatchCommand } from "../commands.js";
import { create, icon, iconButton } from "../dom.js";
import { isTogether } from "../call/presentation.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */
/** @typedef {import("../texts.js").TextKey} TextKey */

/**
 * @typedef {object} MenuItem
 * @property {import("../commands.js").PlainCommand} command
 * @property {TextKey} label
 * @property {string} icon
 * @property {(state: CallState) => boolean} fits Whether it is shown.
 */

const recordable = (/** @type {CallState} */ { other }) => other !== null && hasRecorder();
const always = () => true;

/** @type {readonly MenuItem[]} */
const ITEMS = [
  {
    command: "flipcamera",
    label: "action.flip-camera",
    icon: "flip-camera",
    fits: ({ devices, camera }) => devices.canFlip && camera !== "absent",
  },
  { command: "copylink", label: "action.copy-link", icon: "link", fits: ({ phase }) => phase !== "room-full" },
  { command: "openqrcode", label: "action.qr-code", icon: "qr-code", fits: ({ phase }) => phase !== "room-full" },
  { command: "swappictures", label: "action.swap-pictures", icon: "swap", fits: isTogether },
  { command: "movepicture", label: "action.move-picture", icon: "corner", fits: isTogether },
  {
    command: "pictureinpicture",
    label: "action.picture-in-picture",
    icon: "float",
    fits: ({ remoteStream }) => remoteStream !== null && canFloat(),
  },
  { command: "openstatistics", label: "quality.title", icon: "bars", fits: isTogether },
  { command: "openrecording", label: "action.record", icon: "record", fits: recordable },
  { command: "fullscreen", label: "action.full-screen", icon: "full-screen", fits: canFillScreen },
  {
    command: "openshortcuts",
    label: "action.shortcuts",
    icon: "keyboard",
    fits: () => !matchMedia("(hover: none) and (pointer: coarse)").matches,
  },
  { command: "opensettings", label: "action.settings", icon: "settings", fits: always },
];

/** The menu of everything that has no button on the bar: a button, and a list that opens above it. */
export class MoreMenu extends HTMLElement {
  #button = iconButton(text("action.more"), "more", () => this.#list.togglePopover());
  #list = create("div", { id: "more-list", className: "more-list", popover: "auto" });
  /** @type {Map<MenuItem, HTMLButtonElement>} */
  #items = new Map();

  connectedCallback() {
    for (const item of ITEMS) this.#items.set(item, this.#itemButton(item));
    this.#list.append(...this.#items.values());
    this.#list.setAttribute("role", "group");
    this.#list.setAttribute("aria-label", text("action.more"));
    this.#button.setAttribute("aria-controls", "more-list");
    this.#button.setAttribute("aria-expanded", "false");
    // Without this, a press on the button would dismiss the open list and open it again.
    this.#button.popoverTargetElement = this.#list;
    this.#button.onclick = null;
    this.#list.addEventListener("toggle", (event) => {
      this.#button.setAttribute("aria-expanded", String(/** @type {ToggleEvent} */ (event).newState === "open"));
    });
    this.#list.onkeydown = (event) => this.#onKey(event);
    this.replaceChildren(this.#button, this.#list);
  }

  /** @param {CallState} state */
  show(state) {
    for (const [item, button] of this.#items) button.hidden = !item.fits(state);
  }

  /** @param {MenuItem} item */
  #itemButton({ command, label, icon: iconName }) {
    const onclick = () => {
      this.#list.hidePopover();
      dispatchCommand(this, command);
    };
    return create(
      "button",
      { type: "button", className: "more-item", onclick },
      icon(iconName),
      create("span", {}, text(label)),
    );
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const seen = [...this.#items.values()].filter(({ hidden }) => !hidden);
    const at = seen.findIndex((button) => button === document.activeElement);
    seen.at(at < 0 && step < 0 ? -1 : (at + step) % seen.length)?.focus();
  }
}

customElements.define("more-menu", MoreMenu);
