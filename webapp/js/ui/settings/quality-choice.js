import { dispatchCommand } from "../commands.js";
import { create, setText } from "../dom.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */
/** @typedef {CallState["budget"]} Budget */

/** @type {readonly Budget[]} */
const BUDGETS = ["full", "saver", "sound"];

/**
 * Lets the user choose the data use, the music mode, and whether a muted microphone is closed. Events that bubble:
 * `choosebudget` (its detail: the budget), `choosemusic` and `closemuted` (their detail: whether).
 */
export class QualityChoice extends HTMLElement {
  #budget = create("select", { id: "budget" });
  #hint = create("p", { id: "budget-hint" });
  #music = create("input", { type: "checkbox" });
  #closeMuted = create("input", { type: "checkbox" });

  connectedCallback() {
    this.#budget.replaceChildren(...BUDGETS.map((value) => create("option", { value }, text(`budget.${value}`))));
    this.#budget.setAttribute("aria-describedby", "budget-hint");
    this.#budget.onchange = () => dispatchCommand(this, "choosebudget", /** @type {Budget} */ (this.#budget.value));
    this.#music.setAttribute("role", "switch");
    this.#music.setAttribute("aria-describedby", "music-hint");
    this.#music.onchange = () => dispatchCommand(this, "choosemusic", this.#music.checked);
    this.#closeMuted.setAttribute("role", "switch");
    this.#closeMuted.setAttribute("aria-describedby", "close-muted-hint");
    this.#closeMuted.onchange = () => dispatchCommand(this, "closemuted", this.#closeMuted.checked);
    this.replaceChildren(
      create(
        "div",
        { className: "device" },
        create("label", { htmlFor: "budget" }, text("budget.label")),
        this.#budget,
      ),
      this.#hint,
      create("label", { className: "switch-line" }, create("span", {}, text("music.label")), this.#music),
      create("p", { id: "music-hint" }, text("music.hint")),
      create("label", { className: "switch-line" }, create("span", {}, text("close-muted.label")), this.#closeMuted),
      create("p", { id: "close-muted-hint" }, text("close-muted.hint")),
    );
  }

  /** @param {CallState} state */
  show({ budget, keptBudget, music, closesMuted }) {
    this.#budget.value = budget;
    this.#music.checked = music;
    this.#closeMuted.checked = closesMuted;
    const byOther = keptBudget !== null && keptBudget !== budget;
    setText(
      this.#hint,
      byOther ? text("budget.by-other", { budget: text(`budget.${keptBudget}`) }) : text(`budget.hint.${budget}`),
    );
  }
}

customElements.define("quality-choice", QualityChoice);
