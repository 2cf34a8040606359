import { create, setText } from "./dom.js";

/** Milliseconds a passing announcement stays. */
const ANNOUNCEMENT = 4_000;

/** The one line that says how the call is: seen at the top, and read out politely when it changes. */
export class CallStatus extends HTMLElement {
  #sentence = create("span", { className: "sentence" });
  #note = create("span", { className: "note" });
  #lasting = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  connectedCallback() {
    const line = create("p", { className: "status-line" }, this.#sentence, " ", this.#note);
    line.setAttribute("role", "status");
    this.replaceChildren(line);
  }

  /**
   * @param {string} sentence
   * @param {string} note
   */
  show(sentence, note) {
    this.#lasting = note;
    setText(this.#sentence, sentence);
    if (this.#timer === undefined) setText(this.#note, note);
  }

  /**
   * Says something in passing.
   * @param {string} note
   */
  announce(note) {
    clearTimeout(this.#timer);
    setText(this.#note, note);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      setText(this.#note, this.#lasting);
    }, ANNOUNCEMENT);
  }
}

customElements.define("call-status", CallStatus);
