import { create, setText } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {"call" | "own"} What */

/** A sheet before a recording: what is recorded. Event that bubbles: `askrecording` (its detail: what). */
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
        button("recording.ask", () => this.#ask(), true),
        button("action.close", () => this.#dialog.close()),
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
    const detail = chosen instanceof HTMLInputElement ? chosen.value : "call";
    this.dispatchEvent(new CustomEvent("askrecording", { bubbles: true, detail }));
  }
}

/**
 * The other person's question whether he may record. Event that bubbles: `answerrecording` (its detail: whether). To
 * close it is to decline.
 */
export class RecordingQuestion extends HTMLElement {
  #title = create("h2", { id: "question-title", tabIndex: -1 });
  #what = create("p");
  #dialog = create("dialog", { className: "sheet" });

  connectedCallback() {
    this.#dialog.setAttribute("aria-labelledby", "question-title");
    this.#what.id = "question-what";
    this.#dialog.setAttribute("aria-describedby", "question-what");
    this.#dialog.oncancel = (event) => {
      event.preventDefault();
      this.#answer(false);
    };
    const actions = [
      button("recording.allow", () => this.#answer(true)),
      button("recording.decline", () => this.#answer(false)),
    ];
    this.#dialog.replaceChildren(this.#title, this.#what, create("div", { className: "actions" }, ...actions));
    this.replaceChildren(this.#dialog);
  }

  /**
   * @param {string} name Of the other person.
   * @param {What} what
   */
  open(name, what) {
    setText(this.#title, text("recording.question", { name }));
    setText(this.#what, text(`recording.question.${what}`));
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    // Not a button: a key that was meant for another place must not answer.
    this.#title.focus();
  }

  /** There is nothing to be answered any more. */
  close() {
    this.#dialog.close();
  }

  /** @param {boolean} allowed */
  #answer(allowed) {
    this.#dialog.close();
    this.dispatchEvent(new CustomEvent("answerrecording", { bubbles: true, detail: allowed }));
  }
}

/**
 * Says to both for as long as it runs that something is recorded, and ends it. Events that bubble: `endrecording`, of
 * one's own; `forbidrecording`, of the other one's.
 */
export class RecordingBadge extends HTMLElement {
  #own = badge("endrecording");
  #other = badge("forbidrecording");

  connectedCallback() {
    this.replaceChildren(this.#own.line, this.#other.line);
  }

  /**
   * @param {"" | "asks" | "runs"} own State of one's own recording.
   * @param {boolean} other Whether the other person's runs.
   * @param {string} name Of the other person.
   */
  show(own, other, name) {
    this.#own.line.hidden = own === "";
    if (own !== "")
      this.#own.say(text(`recording.own.${own}`), text(own === "runs" ? "recording.stop" : "recording.cancel"));
    this.#other.line.hidden = !other;
    if (other) this.#other.say(text("recording.other", { name }), text("recording.forbid"));
  }
}

/** @param {string} event */
function badge(event) {
  const sentence = create("span");
  const end = create("button", { type: "button", className: "button" });
  const line = create("p", { className: "recording-line", hidden: true }, sentence, end);
  end.onclick = () => line.dispatchEvent(new Event(event, { bubbles: true }));
  line.dataset["event"] = event;
  const say = (/** @type {string} */ words, /** @type {string} */ label) => {
    setText(sentence, words);
    setText(end, label);
  };
  return { line, say };
}

/**
 * @param {What} value
 * @param {boolean} checked
 */
function choice(value, checked) {
  const input = create("input", { type: "radio", name: "recording-what", value, defaultChecked: checked, checked });
  return create("label", { className: "choice-line" }, input, create("span", {}, text(`recording.what.${value}`)));
}

/**
 * @param {import("./texts.js").TextKey} key
 * @param {() => void} onclick
 * @param {boolean} [primary]
 */
function button(key, onclick, primary = false) {
  return create("button", { type: "button", className: primary ? "button primary" : "button", onclick }, text(key));
}

customElements.define("recording-sheet", RecordingSheet);
customElements.define("recording-question", RecordingQuestion);
customElements.define("recording-badge", RecordingBadge);
