/** Pixels around an element that count as on it. */
const MARGIN = 24;

let [x, y] = [-1, -1];
for (const type of /** @type {const} */ (["pointermove", "pointerdown"])) {
  document.addEventListener(type, (event) => ([x, y] = [event.clientX, event.clientY]), {
    capture: true,
    passive: true,
  });
}

/**
 * @param {HTMLElement} element
 * @returns {boolean} Whether the pointer is, or a finger was last, where the element is or close to it.
 */
export function isUnderPointer(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left - MARGIN && x <= right + MARGIN && y >= top - MARGIN && y <= bottom + MARGIN;
}
