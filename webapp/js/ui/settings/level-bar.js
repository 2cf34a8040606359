import { create } from "../dom.js";
import { text } from "../texts.js";

/** Frames between two updates of the value for screen readers. */
const ARIA_INTERVAL = 12;

/** The level of the own microphone. */
export class LevelBar extends HTMLElement {
  #fill = create("span", { className: "level-fill" });
  /** @type {() => number} */
  #read = () => 0;
  #frame = 0;
  #count = 0;

  connectedCallback() {
    this.setAttribute("role", "meter");
    this.setAttribute("aria-label", text("level.label"));
    this.setAttribute("aria-valuemin", "0");
    this.setAttribute("aria-valuemax", "100");
    this.setAttribute("aria-valuenow", "0");
    this.replaceChildren(this.#fill);
  }

  disconnectedCallback() {
    this.run(false);
  }

  /** @param {boolean} running Whether it is updated. Stop it while it is hidden, as it uses the processor. */
  run(running) {
    if (running === (this.#frame !== 0)) return;
    if (running) this.#tick();
    else cancelAnimationFrame(this.#frame);
    if (!running) this.#frame = 0;
  }

  /** @param {() => number} read From 0 to 1. */
  listen(read) {
    this.#read = read;
  }

  #tick() {
    this.#frame = requestAnimationFrame(() => this.#tick());
    const level = this.#read();
    this.#fill.style.setProperty("--level", level.toFixed(3));
    if (this.#count++ % ARIA_INTERVAL === 0) this.setAttribute("aria-valuenow", String(Math.round(level * 100)));
  }
}

customElements.define("level-bar", LevelBar);
