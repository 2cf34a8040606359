import { dispatchCommand } from "../commands.js";

/** @typedef {import("../texts.js").TextKey} TextKey */

/**
 * @typedef {object} Shortcut
 * @property {string} key KeyboardEvent.key in lower case.
 * @property {import("../commands.js").PlainCommand} command
 * @property {TextKey} label
 */

/** @type {readonly Shortcut[]} */
export const SHORTCUTS = [
  { key: "m", command: "togglemicrophone", label: "shortcuts.microphone" },
  { key: "v", command: "togglecamera", label: "shortcuts.camera" },
  { key: "s", command: "sharescreen", label: "action.share-screen" },
  { key: "w", command: "swappictures", label: "action.swap-pictures" },
  { key: "p", command: "pictureinpicture", label: "action.picture-in-picture" },
  { key: "f", command: "fullscreen", label: "action.full-screen" },
  { key: "?", command: "openshortcuts", label: "shortcuts.help" },
];

/** Elements in which letters are typed or select something. */
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false])";
/** Milliseconds after the last key in a text within which a key still belongs to it, though the focus was lost. */
const TYPING_PAUSE = 1_000;
/** Elements that the space bar activates. */
const PRESSED_BY_SPACE = "button, a, summary, input, select, textarea, [role=button], [role=switch], [tabindex]";

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

  /**
   * @param {HTMLElement} target Where the events are dispatched.
   * @param {() => boolean} isOn Whether shortcuts are on.
   */
  constructor(target, isOn) {
    this.#target = target;
    this.#isOn = isOn;
    document.addEventListener("keydown", (event) => this.#onDown(event));
    document.addEventListener("keyup", (event) => event.key === " " && this.#releaseSpace());
    document.addEventListener("pointerdown", () => (this.#typedAt = -Infinity), { capture: true });
    // The key may be released in another window.
    addEventListener("blur", () => this.#releaseSpace());
  }

  /** @param {KeyboardEvent} event */
  #onDown(event) {
    const isTyped = this.#isTyped(event);
    if (isTyped || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !this.#isOn()) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (document.querySelector("dialog[open]") !== null) return;
    if (event.key === " ") {
      this.#talk(event, at);
      return;
    }
    const shortcut = event.repeat ? undefined : SHORTCUTS.find(({ key }) => key === letterOf(event));
    if (shortcut === undefined) return;
    event.preventDefault();
    dispatchCommand(this.#target, shortcut.command);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} Whether it is typed into a text, or was meant for one: the other side may have taken it away.
   */
  #isTyped({ target, key, timeStamp }) {
    const isInText = target instanceof Element && target.closest(TYPING) !== null;
    if (!isInText && timeStamp - this.#typedAt > TYPING_PAUSE) return false;
    this.#typedAt = key === "Tab" || key === "Escape" ? -Infinity : timeStamp;
    return true;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Element} at
   */
  #talk(event, at) {
    // A keyboard user activates the focused element with it. After a click the focus is only left over.
    if (at.matches(PRESSED_BY_SPACE) && at.matches(":focus-visible")) return;
    event.preventDefault();
    if (at.matches(PRESSED_BY_SPACE) && at instanceof HTMLElement) at.blur();
    if (this.#held) return;
    this.#held = true;
    this.#say();
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
 * @param {KeyboardEvent} event
 * @returns {string} The letter; on a keyboard of another script, the Latin letter of the same key.
 */
function letterOf({ key, code }) {
  const latin = /^Key([A-Z])$/.exec(code)?.[1] ?? "";
  return (/^[\p{L}]$/u.test(key) && !/^[a-z]$/i.test(key) ? latin : key).toLowerCase();
}
