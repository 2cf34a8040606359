/** Changes by which an element may come, go, or lose or regain the ability to have the focus. */
const CHANGES = {
  subtree: true,
  childList: true,
  attributeFilter: ["hidden", "disabled", "inert", "open", "class", "data-call-state", "data-layout", "data-chat"],
};

/**
 * Keeps the focus on the page. When the focused element goes, is hidden or disabled, the browser leaves the focus
 * nowhere: a keyboard user would begin anew at the top, and keys would reach nothing. Here it goes to what the element
 * was in: the nearest part of the page that can have the focus, or the button that opens it; in a modal dialog to its
 * title. It goes back when the element returns, if it was not moved since. None of these places is pressed by a key that
 * was meant for the element.
 */
export class FocusKeeper {
  #home;
  /** @type {HTMLElement | null} */
  #focused = null;
  /** @type {HTMLElement[]} What the focused element is in, the nearest first: once it is removed, it does not tell. */
  #around = [];
  /** @type {HTMLElement | null} The element whose focus is somewhere else until it returns. */
  #lost = null;
  #isMoving = false;

  /** @param {() => HTMLElement} home Where the focus goes if there is no nearer place. */
  constructor(home) {
    this.#home = home;
    document.addEventListener("focusin", ({ target }) => target instanceof HTMLElement && this.#note(target));
    new MutationObserver(() => this.#look()).observe(document.body, CHANGES);
    // The styles of a narrow window hide other elements.
    addEventListener("resize", () => this.#look());
  }

  /** @param {HTMLElement} element */
  #note(element) {
    if (!this.#isMoving) this.#lost = null;
    this.#focused = element;
    this.#around = ancestorsOf(element);
  }

  #look() {
    const focused = this.#focused;
    if (focused === null) return;
    const { activeElement } = document;
    const isNowhere = activeElement === null || activeElement === document.body;
    if (this.#lost !== null && activeElement === focused && canHaveFocus(this.#lost)) {
      this.#lost.focus({ preventScroll: true });
    } else if (!canHaveFocus(focused) && (isNowhere || activeElement === focused)) {
      const lost = this.#lost ?? focused;
      this.#move(this.#placeNear());
      this.#lost = lost;
    }
  }

  /** @param {HTMLElement} place */
  #move(place) {
    this.#isMoving = true;
    if (!place.hasAttribute("tabindex") && place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: place.contains(this.#home()) });
    this.#isMoving = false;
  }

  #placeNear() {
    const modal = [...document.querySelectorAll("dialog")].findLast((dialog) => dialog.matches(":modal"));
    const places = this.#around.flatMap((element) => [
      openerOf(element),
      element.matches("[tabindex]") ? element : null,
    ]);
    const near = places.find((place) => place !== null && canHaveFocus(place) && (modal?.contains(place) ?? true));
    return near ?? modal?.querySelector("h2") ?? this.#home();
  }
}

/**
 * @param {HTMLElement} element
 * @returns {HTMLElement[]} The nearest first, without the page as a whole.
 */
function ancestorsOf(element) {
  const found = [];
  for (let at = element.parentElement; at !== null && !at.matches("main, body"); at = at.parentElement) found.push(at);
  return found;
}

/**
 * @param {HTMLElement} element
 * @returns {HTMLElement | null} The button that opens it.
 */
function openerOf({ id }) {
  if (id === "") return null;
  return /** @type {HTMLElement | null} */ (document.querySelector(`[aria-controls~="${CSS.escape(id)}"]`));
}

/** @param {HTMLElement} element */
function canHaveFocus(element) {
  const isThere = element.isConnected && element.checkVisibility({ visibilityProperty: true });
  return isThere && !element.matches(":disabled, [inert], [inert] *");
}
