import { dispatchCommand } from "../commands.js";
import { create, setText, textButton } from "../dom.js";
import { Settling } from "../settling.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/recording-consent.js").Recording} Recording */

/** Where the name stands in the sentence; no text has this character. */
const NAME = "\u0000";

/**
 * What is asked, word for word.
 * @typedef {object} Question
 * @property {Recording["number"]} number
 * @property {Recording["what"]} what
 * @property {string} name Of the peer.
 */

/**
 * Asks the person whether the peer may record, as browsers ask for permissions: it lies beside the call and not over it,
 * keeps away from the pointer, and takes no answer before it has stood still for a second. Events that bubble:
 * `answerrecording` (its detail: the question as it is shown, and whether it is allowed), `refuserecordings`.
 */
export class RecordingQuestion extends HTMLElement {
  #title = create("h2", { id: "question-title" });
  #what = create("p", { id: "question-what" });
  #never = textButton(
    text("recording.never"),
    () => this.#settling.isSettled && dispatchCommand(this, "refuserecordings"),
  );
  #buttons = [
    textButton(text("recording.allow"), () => this.#answer(true)),
    textButton(text("recording.decline"), () => this.#answer(false)),
    this.#never,
  ];
  #card = create("section", { className: "card" });
  #settling = new Settling(this.#card, () => this.#buttons);
  /** @type {Question | null} */
  #question = null;

  connectedCallback() {
    // Read out once, without taking the focus.
    const words = create("div", { role: "alert" }, this.#title, this.#what);
    this.#card.append(words, create("div", { className: "actions" }, ...this.#buttons));
    this.#card.setAttribute("aria-labelledby", "question-title");
    // It scrolls on a small screen.
    this.#card.tabIndex = 0;
    this.#card.onkeydown = ({ key }) => void (key === "Escape" && this.#answer(false));
    this.hidden = true;
    this.replaceChildren(this.#card);
  }

  disconnectedCallback() {
    this.#settling.end();
  }

  /**
   * @param {Question} question
   * @returns {boolean} Whether this question is shown already.
   */
  shows({ number, what, name }) {
    const shown = this.#question;
    return shown !== null && shown.number === number && shown.what === what && shown.name === name;
  }

  /** Whether any question is shown. */
  get isOpen() {
    return this.#question !== null;
  }

  /**
   * Shows a question, which no answer to another one can reach.
   * @param {Question} question
   * @param {boolean} offersEnd Whether the person can refuse all further questions.
   * @param {(element: HTMLElement) => boolean} isUnderPointer
   */
  open(question, offersEnd, isUnderPointer) {
    this.#question = question;
    // In quotes: a name may look like words of this page.
    const [before = "", after = ""] = text("recording.question", { name: NAME }).split(NAME);
    this.#title.replaceChildren(before, create("q", {}, create("bdi", {}, question.name)), after);
    setText(this.#what, text(`recording.question.${question.what}`));
    this.#never.hidden = !offersEnd;
    this.hidden = false;
    this.removeAttribute("data-away");
    this.toggleAttribute("data-away", isUnderPointer(this.#card) && this.#fitsAway());
    this.#settling.begin();
  }

  /** Closes the question without an answer. */
  close() {
    this.#question = null;
    this.hidden = true;
    this.#settling.end();
  }

  /** Whether the place away from the pointer has room for it. */
  #fitsAway() {
    const { height } = this.#card.getBoundingClientRect();
    this.setAttribute("data-away", "");
    return this.#card.getBoundingClientRect().height >= height;
  }

  /** @param {boolean} allowed */
  #answer(allowed) {
    if (this.#question === null || !this.#settling.isSettled) return;
    const question = this.#question;
    this.close();
    dispatchCommand(this, "answerrecording", { ...question, allowed });
  }
}

customElements.define("recording-question", RecordingQuestion);
