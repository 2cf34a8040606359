import { DevicePicker } from "./device-picker.js";
import { dispatchCommand } from "../commands.js";
import { create, setText, textButton } from "../dom.js";
import "./language-choice.js";
import { NameField } from "./name-field.js";
import { QualityChoice } from "./quality-choice.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/**
 * The settings of a call. Events that bubble: `hideaddress` (its detail: whether),
 * `straightin` (its detail: whether), `action` with "check-connection", and those of <device-picker>, <quality-choice>
 * and {@link NameField}.
 */
export class CallSettings extends HTMLElement {
  #switch = create("input", { id: "hide-address", type: "checkbox" });
  #why = create("p", { id: "hide-address-why" });
  #dialog = create("dialog", { className: "sheet" });
  #picker = new DevicePicker();
  #quality = new QualityChoice();
  #name = new NameField("settings-name");
  #straightIn = create("input", { type: "checkbox" });

  connectedCallback() {
    this.#switch.setAttribute("role", "switch");
    this.#switch.setAttribute("aria-describedby", "hide-address-why");
    this.#switch.onchange = () => dispatchCommand(this, "hideaddress", this.#switch.checked);
    const title = create("h2", { id: "settings-title" }, text("settings.title"));
    this.#dialog.setAttribute("aria-labelledby", "settings-title");
    const line = create(
      "label",
      { className: "switch-line" },
      create("span", {}, text("settings.hide-address")),
      this.#switch,
    );
    this.#straightIn.setAttribute("role", "switch");
    this.#straightIn.onchange = () => dispatchCommand(this, "straightin", this.#straightIn.checked);
    const straight = create(
      "label",
      { className: "switch-line" },
      create("span", {}, text("lobby.straight-in")),
      this.#straightIn,
    );
    const check = textButton(text("action.check-connection"), () => this.#check());
    const close = textButton(text("action.close"), () => this.#dialog.close(), "button primary");
    const actions = create("div", { className: "actions" }, close, check);
    const language = document.createElement("language-choice");
    this.#dialog.append(title, this.#picker, this.#quality, this.#name, line, this.#why, straight, language, actions);
    this.#name.className = "field";
    this.replaceChildren(this.#dialog);
  }

  /** Shows the sheet. */
  open() {
    this.#dialog.showModal();
  }

  /** @param {CallState} state */
  show(state) {
    const { hideAddress, devices, ownName, straightIn } = state;
    this.#picker.show(devices);
    this.#quality.show(state);
    this.#name.show(ownName);
    this.#straightIn.checked = straightIn;
    this.#switch.checked = hideAddress === "on" || hideAddress === "demanded";
    this.#switch.disabled = hideAddress === "demanded" || hideAddress === "impossible";
    setText(this.#why, text(`settings.hide-address.${hideAddress}`));
  }

  #check() {
    this.#dialog.close();
    dispatchCommand(this, "action", "check-connection");
  }
}

customElements.define("call-settings", CallSettings);
