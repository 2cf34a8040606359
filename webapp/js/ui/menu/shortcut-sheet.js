import { currentLayout } from "../../browser/keyboard.js";
import { dispatchCommand } from "../commands.js";
import { create, setText, textButton } from "../dom.js";
import { labelOf } from "./keyboard.js";
import { SHORTCUTS } from "./shortcuts.js";
import { text } from "../texts.js";

/** The list of keyboard shortcuts, and a switch for them. Event that bubbles: `useshortcuts` (its detail: whether). */
export class ShortcutSheet extends HTMLElement {
  #dialog = create("dialog", { className: "sheet" });
  #switch = create("input", { type: "checkbox" });
  /** In the order of {@link SHORTCUTS}. */
  #keys = SHORTCUTS.map(({ sign }) => create("kbd", {}, sign.toUpperCase()));

  connectedCallback() {
    this.#switch.setAttribute("role", "switch");
    this.#switch.onchange = () => dispatchCommand(this, "useshortcuts", this.#switch.checked);
    const title = create("h2", { id: "shortcuts-title" }, text("shortcuts.title"));
    this.#dialog.setAttribute("aria-labelledby", "shortcuts-title");
    const lines = SHORTCUTS.map(({ label }, index) => line(this.#keys[index] ?? "", text(label)));
    const space = line(create("kbd", {}, text("shortcuts.space")), text("shortcuts.push-to-talk"));
    const close = textButton(text("action.close"), () => this.#dialog.close(), "button primary");
    this.#dialog.append(
      title,
      create("dl", { className: "shortcuts" }, space, ...lines),
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
    void this.#label();
  }

  /** Labels the keys as on the person's keyboard, which may have changed since. */
  async #label() {
    const layout = await currentLayout();
    const withShift = (/** @type {string} */ key) => text("shortcuts.with-shift", { key });
    for (const [index, { sign }] of SHORTCUTS.entries()) {
      const key = this.#keys[index];
      if (key !== undefined) setText(key, labelOf(sign, layout, withShift));
    }
  }
}

/**
 * @param {Node | string} key
 * @param {string} what
 */
function line(key, what) {
  return create("div", {}, create("dt", {}, key), create("dd", {}, what));
}

customElements.define("shortcut-sheet", ShortcutSheet);
