import { create, setText } from "./dom.js";
import { text } from "./texts.js";

/** Milliseconds a passing announcement stays. */
const ANNOUNCEMENT = 4_000;

/** The one line that says how the call is: seen at the top, and read out politely when it changes. */
export class CallStatus extends HTMLElement {
  #sentence = create("span", { className: "sentence" });
  #note = create("span", { className: "note" });
  #seconds = create("span", { className: "seconds" });
  #lasting = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;

  connectedCallback() {
    const line = create("p", { className: "status-line" }, this.#sentence, " ", this.#note);
    line.setAttribute("role", "status");
    // For the eye only: nobody wants to hear every second.
    this.#seconds.setAttribute("aria-hidden", "true");
    this.#seconds.setAttribute("aria-live", "off");
    this.#sentence.after(" ", this.#seconds);
    this.replaceChildren(line);
  }

  /**
   * @param {string} sentence
   * @param {string} note
   * @param {number | null} since When to count the seconds from, in ms since 1970.
   */
  show(sentence, note, since) {
    this.#lasting = note;
    clearInterval(this.#ticking);
    if (since !== null) this.#ticking = setInterval(() => this.#tick(since), 1000);
    this.#tick(since);
    setText(this.#sentence, sentence);
    if (this.#timer === undefined) setText(this.#note, note);
  }

  /** @param {number | null} since */
  #tick(since) {
    const seconds = since === null ? 0 : Math.max(0, Math.round((Date.now() - since) / 1000));
    setText(this.#seconds, since === null ? "" : text("reconnecting.seconds", { seconds }));
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
