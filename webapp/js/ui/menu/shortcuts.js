import { isOfApple } from "../../browser/keyboard.js";
import { dispatchCommand } from "../commands.js";
import { signOf } from "./keyboard.js";

/** @typedef {import("../texts.js").TextKey} TextKey */

/**
 * @typedef {object} Shortcut
 * @property {string} sign As of {@link signOf}.
 * @property {import("../commands.js").PlainCommand} command
 * @property {TextKey} label
 */

/** @type {readonly Shortcut[]} */
export const SHORTCUTS = [
  { sign: "m", command: "togglemicrophone", label: "shortcuts.microphone" },
  { sign: "v", command: "togglecamera", label: "shortcuts.camera" },
  { sign: "s", command: "sharescreen", label: "action.share-screen" },
  { sign: "w", command: "swappictures", label: "action.swap-pictures" },
  { sign: "p", command: "pictureinpicture", label: "action.picture-in-picture" },
  { sign: "f", command: "fullscreen", label: "action.full-screen" },
  { sign: "?", command: "openshortcuts", label: "shortcuts.help" },
];

/** Elements in which letters are typed or select something. */
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false])";
/** What has the keys for itself while it is open. */
const ON_TOP = "dialog[open], :is(:popover-open)";
/** Milliseconds after the last key in a text within which a key still belongs to it, though the focus was lost. */
const TYPING_PAUSE = 1_000;
/** Elements that the space bar activates, or scrolls. */
const PRESSED_BY_SPACE =
  "button, a, summary, input, select, textarea, [role=button], [role=switch], [tabindex]:not([tabindex='-1'])";
/** Held, they are the modifiers of screen readers. With Apple, Caps Lock is down for as long as it is locked. */
const READER_KEYS = isOfApple() ? ["Insert"] : ["Insert", "CapsLock"];

/**
 * Turns keys into the events of the buttons, and the space bar into `pushtotalk` (a CustomEvent: whether it is held).
 * The user can turn it off (WCAG 2.2, 2.1.4).
 */
export class Shortcuts {
  #target;
  #isOn;
  #held = false;
  /** When a key was last pressed in a text that the person has not left since. */
  #typedAt = -Infinity;
  /** @type {Set<string>} Those of {@link READER_KEYS} that are down. */
  #readerKeys = new Set();

  /**
   * @param {HTMLElement} target Where the events are dispatched. It can have the focus.
   * @param {() => boolean} isOn Whether shortcuts are on.
   */
  constructor(target, isOn) {
    this.#target = target;
    this.#isOn = isOn;
    document.addEventListener("keydown", (event) => this.#onDown(event));
    addEventListener("keyup", (event) => this.#onUp(event), { capture: true });
    document.addEventListener("pointerdown", () => (this.#typedAt = -Infinity), { capture: true });
    document.addEventListener("focusin", (event) => (isInText(event) || isOnTop(event)) && this.#releaseSpace());
    // Keys may be released where this page does not hear of it.
    for (const type of ["blur", "pagehide", "contextmenu"]) addEventListener(type, () => this.#forgetKeys());
    document.addEventListener("visibilitychange", () => this.#forgetKeys());
  }

  /** @param {KeyboardEvent} event */
  #onDown(event) {
    if (READER_KEYS.includes(event.key)) this.#readerKeys.add(event.key);
    const isTyped = this.#isTyped(event);
    // With another modifier the space bar is released without a word on some systems.
    if (isModified(event)) this.#releaseSpace();
    if (isTyped || isModified(event) || isComposed(event) || event.defaultPrevented || !this.#isOn()) return;
    if (this.#readerKeys.size > 0 || document.querySelector(ON_TOP) !== null) return;
    if (event.key === " ") {
      this.#talk(event);
      return;
    }
    const shortcut = event.repeat ? undefined : SHORTCUTS.find(({ sign }) => sign === signOf(event));
    if (shortcut === undefined) return;
    event.preventDefault();
    dispatchCommand(this.#target, shortcut.command);
  }

  /** @param {KeyboardEvent} event */
  #onUp({ key, code }) {
    this.#readerKeys.delete(key);
    if (key === " " || code === "Space") this.#releaseSpace();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} Whether it is typed into a text, or was meant for one: the other side may have taken it away.
   */
  #isTyped(event) {
    const { key, timeStamp } = event;
    if (!isInText(event) && timeStamp - this.#typedAt > TYPING_PAUSE) return false;
    this.#typedAt = key === "Tab" || key === "Escape" ? -Infinity : timeStamp;
    return true;
  }

  /** @param {KeyboardEvent} event */
  #talk(event) {
    const [at] = pathOf(event);
    const isPressable = at?.matches(PRESSED_BY_SPACE) ?? false;
    // A keyboard user activates the focused element with it. After a click the focus is only left over.
    if (isPressable && at?.matches(":focus-visible")) return;
    // It is held since it was pressed for something else.
    if (event.repeat && !this.#held) return;
    event.preventDefault();
    if (isPressable) this.#target.focus({ preventScroll: true });
    if (this.#held) return;
    this.#held = true;
    this.#say();
  }

  #forgetKeys() {
    this.#readerKeys.clear();
    this.#releaseSpace();
  }

  #releaseSpace() {
    if (!this.#held) return;
    this.#held = false;
    this.#say();
  }

  #say() {
    dispatchCommand(this.#target, "pushtotalk", this.#held);
  }
}

/**
 * @param {Event} event
 * @returns {Element[]} The elements that it passes, the innermost first, also those of shadow trees.
 */
function pathOf(event) {
  return event.composedPath().filter((target) => target instanceof Element);
}

/** @param {Event} event */
function isInText(event) {
  return pathOf(event).some((element) => element.matches(TYPING));
}

/** @param {Event} event */
function isOnTop(event) {
  return pathOf(event).some((element) => element.matches(ON_TOP));
}

/** @param {KeyboardEvent} event Shift is no modifier here: on some layouts it is needed for "?". */
function isModified(event) {
  return event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph");
}

/** @param {KeyboardEvent} event Safari reports the end of a composition by the code 229 alone. */
function isComposed({ isComposing, keyCode }) {
  return isComposing || keyCode === 229;
}
