import { dispatchCommand } from "../commands.js";
import { create, textButton } from "../dom.js";
import { SHORTCUTS } from "./shortcuts.js";
import { text } from "../texts.js";

/** The list of keyboard shortcuts, and a switch for them. Event that bubbles: `useshortcuts` (its detail: whether). */
export class ShortcutSheet extends HTMLElement {
  #dialog = create("dialog", { className: "sheet" });
  #switch = create("input", { type: "checkbox" });

  connectedCallback() {
    this.#switch.setAttribute("role", "switch");
    this.#switch.onchange = () => dispatchCommand(this, "useshortcuts", this.#switch.checked);
    const title = create("h2", { id: "shortcuts-title" }, text("shortcuts.title"));
    this.#dialog.setAttribute("aria-labelledby", "shortcuts-title");
    const lines = SHORTCUTS.map(({ key, label }) => line(key.toUpperCase(), text(label)));
    const close = textButton(text("action.close"), () => this.#dialog.close(), "button primary");
    this.#dialog.append(
      title,
      create("dl", { className: "shortcuts" }, line(text("shortcuts.space"), text("shortcuts.push-to-talk")), ...lines),
      create("label", { className: "switch-line" }, create("span", {}, text("shortcuts.on")), this.#switch),
      create("p", {}, text("shortcuts.hint")),
      create("div", { className: "actions" }, close),
    );
    this.replaceChildren(this.#dialog);
  }

  /** @param {boolean} used Whether the shortcuts are on. */
  open(used) {
    this.#switch.checked = used;
    if (!this.#dialog.open) this.#dialog.showModal();
  }
}

/**
 * @param {string} key
 * @param {string} what
 */
function line(key, what) {
  return create("div", {}, create("dt", {}, create("kbd", {}, key)), create("dd", {}, what));
}

customElements.define("shortcut-sheet", ShortcutSheet);
