import { dispatchCommand } from "../commands.js";
import { create, setText, textButton } from "../dom.js";
import { Settling } from "../settling.js";
import { text } from "../texts.js";

/** @typedef {import("./presentation.js").Action} Action */
/** @typedef {import("./presentation.js").Problem} Problem */

/** @type {"button"} */
const BUTTONS = "button";

/**
 * Actions that lead to the landing page. They are links.
 * @type {Record<import("./presentation.js").LinkAction, true>}
 */
const LINKS = { leave: true, "stop-waiting": true, "other-room": true };

/**
 * Explains a problem and offers actions. Event that bubbles: `action`, with the {@link Action} as
 * its detail.
 */
export class ProblemCard extends HTMLElement {
  #title = create("h2", { tabIndex: -1 });
  #sentence = create("p");
  #message = create("div", { className: "message" }, this.#title, this.#sentence);
  #countdown = create("p", { className: "countdown" });
  #actions = create("div", { className: "actions" });
  #shownActions = "";
  #settling = new Settling(this, () => [...this.#actions.querySelectorAll(BUTTONS)]);
  #isUnasked = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  /** @type {number | null} */
  #retryAt = null;

  connectedCallback() {
    this.hidden = true;
    // Outside of the alert, or a screen reader would read it every second.
    this.replaceChildren(create("section", { className: "card" }, this.#message, this.#countdown, this.#actions));
  }

  /**
   * @param {Problem | null} problem
   * @param {number | null} retryAt When the next automatic attempt is, in ms of `performance.now()`.
   */
  show(problem, retryAt) {
    this.hidden = problem === null;
    if (problem?.serious) this.#message.setAttribute("role", "alert");
    else this.#message.removeAttribute("role");
    setText(this.#title, problem?.title ?? "");
    setText(this.#sentence, problem?.sentence ?? "");
    this.#showActions(problem?.actions ?? []);
    this.#guard(problem?.isUnasked ?? false);
    this.#retryAt = retryAt;
    clearInterval(this.#ticking);
    if (problem !== null && retryAt !== null) this.#ticking = setInterval(() => this.#tick(), 250);
    this.#tick();
  }

  /** @param {boolean} isUnasked Whether the other side chooses when the card comes up. */
  #guard(isUnasked) {
    if (this.#isUnasked === isUnasked) return;
    this.#isUnasked = isUnasked;
    if (isUnasked) this.#settling.begin();
    else this.#settling.end();
  }

  /** @returns {HTMLElement} It can have the focus. */
  get heading() {
    return this.#title;
  }

  #tick() {
    const seconds = this.#retryAt === null ? 0 : Math.ceil((this.#retryAt - performance.now()) / 1000);
    const countdown = seconds > 0 ? text("countdown.seconds", { seconds }) : text("countdown.now");
    this.#countdown.hidden = this.#retryAt === null;
    setText(this.#countdown, countdown);
  }

  /** @param {Action[]} actions */
  #showActions(actions) {
    // Replacing the buttons would lose the focus.
    if (this.#shownActions === actions.join()) return;
    this.#shownActions = actions.join();
    this.#actions.replaceChildren(...actions.map((action, index) => this.#control(action, index === 0)));
  }

  /**
   * @param {Action} action
   * @param {boolean} primary
   */
  #control(action, primary) {
    const label = text(`action.${action}`);
    const className = primary ? "button primary" : "button";
    if (isLink(action)) return create("a", { href: "./", className }, label);
    return textButton(label, () => dispatchCommand(this, "action", action), className);
  }
}

/**
 * @param {Action} action
 * @returns {action is keyof typeof LINKS}
 */
function isLink(action) {
  return Object.hasOwn(LINKS, action);
}

customElements.define("problem-card", ProblemCard);
