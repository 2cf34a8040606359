/** @typedef {import("./texts.js").TextKey} TextKey */

/**
 * @typedef {object} Shortcut
 * @property {string} key As KeyboardEvent.key has it, in lower case.
 * @property {string} event That is dispatched.
 * @property {TextKey} label
 */

/** @type {readonly Shortcut[]} */
export const SHORTCUTS = [
  { key: "m", event: "togglemicrophone", label: "shortcuts.microphone" },
  { key: "v", event: "togglecamera", label: "shortcuts.camera" },
  { key: "s", event: "sharescreen", label: "action.share-screen" },
  { key: "w", event: "swappictures", label: "action.swap-pictures" },
  { key: "p", event: "pictureinpicture", label: "action.picture-in-picture" },
  { key: "f", event: "fullscreen", label: "action.full-screen" },
  { key: "?", event: "openshortcuts", label: "shortcuts.help" },
];

/** Where letters are typed, or choose something. */
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false])";
/** What the space bar presses. */
const PRESSED_BY_SPACE = "button, a, summary, input, select, textarea, [role=button], [role=switch], [tabindex]";

/**
 * Turns keys into the events of the buttons, and the space bar into `pushtotalk` (a CustomEvent: whether it is held).
 * WCAG 2.2, 2.1.4: the person can turn it off.
 */
export class Shortcuts {
  #target;
  #isOn;
  #held = false;

  /**
   * @param {HTMLElement} target Where the events are dispatched.
   * @param {() => boolean} isOn Whether keys mean anything now.
   */
  constructor(target, isOn) {
    this.#target = target;
    this.#isOn = isOn;
    document.addEventListener("keydown", (event) => this.#onDown(event));
    document.addEventListener("keyup", (event) => event.key === " " && this.#letGo());
    // The key may be let go over another window.
    addEventListener("blur", () => this.#letGo());
  }

  /** @param {KeyboardEvent} event */
  #onDown(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !this.#isOn()) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest(TYPING) !== null || document.querySelector("dialog[open]") !== null) return;
    if (event.key === " ") {
      this.#talk(event, at);
      return;
    }
    const shortcut = event.repeat ? undefined : SHORTCUTS.find(({ key }) => key === letterOf(event));
    if (shortcut === undefined) return;
    event.preventDefault();
    this.#target.dispatchEvent(new Event(shortcut.event, { bubbles: true }));
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Element} at
   */
  #talk(event, at) {
    // Who goes through the page by keyboard presses buttons with it. Who clicked one is only left on it.
    if (at.matches(PRESSED_BY_SPACE) && at.matches(":focus-visible")) return;
    event.preventDefault();
    if (at.matches(PRESSED_BY_SPACE) && at instanceof HTMLElement) at.blur();
    if (this.#held) return;
    this.#held = true;
    this.#say();
  }

  #letGo() {
    if (!this.#held) return;
    this.#held = false;
    this.#say();
  }

  #say() {
    this.#target.dispatchEvent(new CustomEvent("pushtotalk", { bubbles: true, detail: this.#held }));
  }
}

/**
 * @param {KeyboardEvent} event
 * @returns {string} The letter, or on a keyboard of another script the one of the same place.
 */
function letterOf({ key, code }) {
  const place = /^Key([A-Z])$/.exec(code)?.[1] ?? "";
  return (/^[\p{L}]$/u.test(key) && !/^[a-z]$/i.test(key) ? place : key).toLowerCase();
}
