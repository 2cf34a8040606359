import { create } from "./dom.js";
import "./language-choice.js";
import { text } from "./texts.js";

/** @typedef {import("../room/call-state.js").CallState} CallState */

/**
 * A sheet with what a person may choose for a call. Events that bubble: `hideaddress` (its detail: whether), and
 * `action` with "check-connection".
 */
export class CallSettings extends HTMLElement {
  #switch = create("input", { id: "hide-address", type: "checkbox" });
  #why = create("p", { id: "hide-address-why" });
  #dialog = create("dialog", { className: "sheet" });

  connectedCallback() {
    this.#switch.setAttribute("role", "switch");
    this.#switch.setAttribute("aria-describedby", "hide-address-why");
    this.#switch.onchange = () =>
      this.dispatchEvent(new CustomEvent("hideaddress", { bubbles: true, detail: this.#switch.checked }));
    const title = create("h2", { id: "settings-title" }, text("settings.title"));
    this.#dialog.setAttribute("aria-labelledby", "settings-title");
    const line = create("label", { className: "switch-line" }, create("span", {}, text("settings.hide-address")), this.#switch);
    const check = this.#button("action.check-connection", () => this.#check());
    const close = this.#button("action.close", () => this.#dialog.close());
    close.classList.add("primary");
    const actions = create("div", { className: "actions" }, close, check);
    this.#dialog.append(title, line, this.#why, document.createElement("language-choice"), actions);
    this.replaceChildren(this.#dialog);
  }

  /** Shows the sheet. */
  open() {
    this.#dialog.showModal();
  }

  /** @param {CallState} state */
  show({ hideAddress }) {
    this.#switch.checked = hideAddress === "on" || hideAddress === "demanded";
    this.#switch.disabled = hideAddress === "demanded" || hideAddress === "impossible";
    this.#why.textContent = text(`settings.hide-address.${hideAddress}`);
  }

  #check() {
    this.#dialog.close();
    this.dispatchEvent(new CustomEvent("action", { bubbles: true, detail: "check-connection" }));
  }

  /**
   * @param {import("./texts.js").TextKey} key
   * @param {() => void} onclick
   */
  #button(key, onclick) {
    return create("button", { type: "button", className: "button", onclick }, text(key));
  }
}

customElements.define("call-settings", CallSettings);
