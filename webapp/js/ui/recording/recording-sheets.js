import { dispatchCommand } from "../commands.js";
import { create, setText, textButton } from "../dom.js";
import { Settling } from "../settling.js";
import { text } from "../texts.js";

/** @typedef {"call" | "own"} What */

/** The sheet in which the user chooses what to record. Event that bubbles: `askrecording` (its detail: what). */
export class RecordingSheet extends HTMLElement {
  #title = create("h2", { id: "recording-title", tabIndex: -1 }, text("recording.title"));
  #dialog = create("dialog", { className: "sheet" });

  connectedCallback() {
    const choices = create(
      "fieldset",
      { className: "choices" },
      create("legend", {}, text("recording.what")),
      choice("call", true),
      choice("own", false),
    );
    this.#dialog.setAttribute("aria-labelledby", "recording-title");
    this.#dialog.replaceChildren(
      this.#title,
      create("p", {}, text("recording.intro")),
      choices,
      create(
        "div",
        { className: "actions" },
        textButton(text("recording.ask"), () => this.#ask(), "button primary"),
        textButton(text("action.close"), () => this.#dialog.close()),
      ),
    );
    this.replaceChildren(this.#dialog);
  }

  /** Shows the sheet. */
  open() {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#title.focus();
  }

  #ask() {
    const chosen = this.#dialog.querySelector("input:checked");
    this.#dialog.close();
    const what = chosen instanceof HTMLInputElement && chosen.value === "own" ? "own" : "call";
    dispatchCommand(this, "askrecording", what);
  }
}

/**
 * Shows that a recording runs, with a button that ends it. Events that bubble: `endrecording`, for the own recording;
 * `forbidrecording`, for the peer's.
 */
export class RecordingBadge extends HTMLElement {
  #own = badge("endrecording");
  #other = badge("forbidrecording");

  /** The peer's recording comes up by itself. */
  #settling = new Settling(this.#other.line, () => [this.#other.end]);

  connectedCallback() {
    this.replaceChildren(this.#own.line, this.#other.line);
  }

  /**
   * @param {"" | "asks" | "runs"} own State of the own recording.
   * @param {boolean} other Whether the peer's recording runs.
   * @param {string} name Of the peer.
   */
  show(own, other, name) {
    this.#own.line.hidden = own === "";
    if (own !== "")
      this.#own.say(text(`recording.own.${own}`), text(own === "runs" ? "recording.stop" : "recording.cancel"));
    // Only at first: whatever moves it later, consent can be withdrawn.
    if (other && this.#other.line.hidden) this.#settling.begin(() => this.#settling.end());
    if (!other) this.#settling.end();
    this.#other.line.hidden = !other;
    if (other) this.#other.say(text("recording.other", { name }), text("recording.forbid"));
  }
}

/** @param {"endrecording" | "forbidrecording"} command */
function badge(command) {
  const sentence = create("span");
  const end = create("button", { type: "button", className: "button" });
  const line = create("p", { className: "recording-line", hidden: true }, sentence, end);
  end.onclick = () => dispatchCommand(line, command);
  const say = (/** @type {string} */ words, /** @type {string} */ label) => {
    setText(sentence, words);
    setText(end, label);
  };
  return { line, end, say };
}

/**
 * @param {What} value
 * @param {boolean} checked
 */
function choice(value, checked) {
  const input = create("input", { type: "radio", name: "recording-what", value, defaultChecked: checked, checked });
  return create("label", { className: "choice-line" }, input, create("span", {}, text(`recording.what.${value}`)));
}

customElements.define("recording-sheet", RecordingSheet);
customElements.define("recording-badge", RecordingBadge);
