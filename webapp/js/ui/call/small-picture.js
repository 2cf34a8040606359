import { sessionStore } from "../../storage/storage.js";
import { dispatchCommand } from "../commands.js";
import { create, icon } from "../dom.js";
import { text } from "../texts.js";

/** Pixels that a pointer may move in a press without making it a drag. */
const DRAG_THRESHOLD = 8;
/** In the order in which {@link SmallPicture#move} goes through them. */
const CORNERS = /** @type {const} */ (["bottom-right", "bottom-left", "top-left", "top-right"]);

/** Where the corner is kept for a reload. */
const KEY = "video-chat-room:corner";

/** @typedef {typeof CORNERS[number]} Corner */

/** @type {Record<string, [string, string]>} By arrow key: the part of a corner's name to replace, and by what. */
const ARROWS = {
  ArrowLeft: ["right", "left"],
  ArrowRight: ["left", "right"],
  ArrowUp: ["bottom", "top"],
  ArrowDown: ["top", "bottom"],
};

/**
 * The control on top of the small picture: a press swaps the two pictures, a drag or an arrow key moves the small one
 * to another corner. Event that bubbles: `swappictures`. The corner is an attribute of the parent, `data-corner`.
 */
export class SmallPicture extends HTMLElement {
  #button = create("button", { type: "button", title: text("action.swap-pictures") }, icon("swap"));
  /** @type {{ x: number, y: number } | null} Where the pointer went down. */
  #from = null;
  #dragged = false;
  #store = sessionStore();

  connectedCallback() {
    this.#button.setAttribute("aria-label", text("action.swap-pictures"));
    this.#button.setAttribute("aria-description", text("stage.move-hint"));
    this.#button.onclick = () => this.#press();
    this.#button.onkeydown = (event) => this.#onKey(event);
    this.#button.onpointerdown = (event) => this.#grab(event);
    this.#button.onpointermove = (event) => this.#drag(event);
    this.#button.onpointerup = (event) => this.#drop(event);
    this.#button.onpointercancel = () => this.#release();
    this.replaceChildren(this.#button);
    const kept = this.#store.get(KEY);
    this.#put(CORNERS.find((corner) => corner === kept) ?? "bottom-right");
  }

  /** Moves the picture to the next corner. */
  move() {
    this.#put(CORNERS[(CORNERS.indexOf(this.#corner) + 1) % CORNERS.length] ?? "bottom-right");
  }

  /** @returns {Corner} */
  get #corner() {
    return /** @type {Corner} */ (this.parentElement?.dataset["corner"] ?? "bottom-right");
  }

  /** @param {Corner} corner */
  #put(corner) {
    if (this.parentElement !== null) this.parentElement.dataset["corner"] = corner;
    this.#store.set(KEY, corner);
  }

  #press() {
    if (!this.#dragged) dispatchCommand(this, "swappictures");
    this.#dragged = false;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    this.#put(/** @type {Corner} */ (this.#corner.replace(...arrow)));
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    this.#button.setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY };
    this.#dragged = false;
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (this.#from === null) return;
    const [x, y] = [event.clientX - this.#from.x, event.clientY - this.#from.y];
    this.#dragged ||= Math.hypot(x, y) > DRAG_THRESHOLD;
    if (this.#dragged) this.#shift(x, y);
  }

  /** @param {PointerEvent} event */
  #drop(event) {
    if (this.#dragged && this.parentElement !== null) {
      const { left, top, width, height } = this.parentElement.getBoundingClientRect();
      const vertical = event.clientY < top + height / 2 ? "top" : "bottom";
      const horizontal = event.clientX < left + width / 2 ? "left" : "right";
      this.#put(`${vertical}-${horizontal}`);
    }
    this.#release();
  }

  #release() {
    this.#from = null;
    this.#shift(0, 0);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #shift(x, y) {
    this.parentElement?.style.setProperty("--drag-x", `${x}px`);
    this.parentElement?.style.setProperty("--drag-y", `${y}px`);
    this.parentElement?.toggleAttribute("data-dragging", x !== 0 || y !== 0);
  }
}

customElements.define("small-picture", SmallPicture);
