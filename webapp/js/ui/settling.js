/** Milliseconds for which something that came up by itself stands still before it takes an answer. */
const SETTLING_TIME = 1_000;
/** Milliseconds between two looks. */
const INTERVAL = 100;
/** Milliseconds without a look after which nobody can have seen anything: the page was hidden or stood still. */
const MAX_GAP = 500;
/** Pixels. */
const MAX_SHIFT = 4;
const PRESSES = ["pointerdown", "keydown"];

/**
 * Guards the buttons of an element that comes up by itself, because the other side or another site wants it: a press
 * that was meant for something else must not answer. The buttons are disabled until the element has stood still for a
 * second, in sight and not covered, while nobody has pressed anything; and again whenever that ends, or the page gets
 * the focus back from another window, which may have lain over it.
 */
export class Settling {
  #element;
  #buttons;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #lookedAt = 0;
  #settlesAt = 0;
  #place = "";
  /** @type {() => void} */
  #onSettled = () => undefined;
  /** A frame gets the focus by the first press in it. Which pages may show it in one is the operator's choice. */
  #onFocus = () => {
    if (window.parent !== window) return;
    this.#unsettle();
    this.#disable();
  };
  /** @param {Event} event A key that is held or hammered does not press a button as soon as it can be pressed. */
  #onPress = (event) => {
    const presses = !(event instanceof KeyboardEvent) || event.key === "Enter" || event.key === " ";
    if (presses && performance.now() < this.#settlesAt) this.#unsettle();
  };

  /**
   * @param {HTMLElement} element
   * @param {() => readonly HTMLButtonElement[]} buttons Those that answer, at the moment.
   */
  constructor(element, buttons) {
    this.#element = element;
    this.#buttons = buttons;
  }

  /**
   * The element comes up, or asks something else now.
   * @param {() => void} [onSettled] Called whenever its buttons can be pressed from now on.
   */
  begin(onSettled = () => undefined) {
    this.#onSettled = onSettled;
    this.end();
    this.#timer = setInterval(() => this.#look(), INTERVAL);
    for (const press of PRESSES) addEventListener(press, this.#onPress, { capture: true });
    addEventListener("focus", this.#onFocus);
    this.#unsettle();
    this.#disable();
  }

  /** The element is gone, or its presses count from now on. */
  end() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const press of PRESSES) removeEventListener(press, this.#onPress, { capture: true });
    removeEventListener("focus", this.#onFocus);
  }

  /** Whether a press counts: the element has settled, or nothing is guarded. */
  get isSettled() {
    if (this.#timer === undefined) return true;
    return performance.now() >= this.#settlesAt && this.#place === placeOf(this.#element);
  }

  #look() {
    const now = performance.now();
    const place = placeOf(this.#element);
    const wasInSight = now - this.#lookedAt <= MAX_GAP && document.visibilityState === "visible";
    if (!wasInSight || place !== this.#place || isCovered(this.#element)) this.#unsettle();
    this.#lookedAt = now;
    this.#disable();
  }

  #unsettle() {
    this.#lookedAt = performance.now();
    this.#place = placeOf(this.#element);
    this.#settlesAt = this.#lookedAt + SETTLING_TIME;
  }

  #disable() {
    const isEarly = performance.now() < this.#settlesAt;
    const changed = this.#buttons().filter(({ disabled }) => disabled !== isEarly);
    for (const button of changed) button.disabled = isEarly;
    if (changed.length > 0 && !isEarly) this.#onSettled();
  }
}

/** @param {HTMLElement} element */
function placeOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, width, height].map((length) => Math.round(length / MAX_SHIFT)).join();
}

/**
 * @param {HTMLElement} element
 * @returns {boolean} Whether a modal dialog or a popover lies over it, or it is not rendered.
 */
function isCovered(element) {
  const dialog = document.querySelector("dialog:modal, :is(:popover-open)");
  return !element.checkVisibility() || (dialog !== null && !dialog.contains(element));
}
