import { create } from "./dom.js";
import { text } from "./texts.js";

/** How often the value that a screen reader can ask for is renewed, in frames. */
const SAID_EVERY = 12;

/** How loud the own microphone is, live while it is to be seen. */
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

  /** @param {boolean} running Whether it moves: out of sight, as in a call, it is to cost nothing. */
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
    if (this.#count++ % SAID_EVERY === 0) this.setAttribute("aria-valuenow", String(Math.round(level * 100)));
  }
}

customElements.define("level-bar", LevelBar);
