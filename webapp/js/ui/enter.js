/** What `keyCode` is for a key that an input method takes (W3C UI Events): in Safari also after `compositionend`. */
const TAKEN_BY_INPUT_METHOD = 229;
/** Fields in which Enter submits their form. */
const LINE = "input";

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} Whether the key belongs to an input method: it chooses, ends or cancels a conversion.
 */
export function isOfConversion(event) {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} Whether Enter is pressed, and meant: one that is still held may have ended a conversion before, or
 *   have been pressed in another place.
 */
export function isEnter(event) {
  return event.key === "Enter" && !event.repeat && !isOfConversion(event);
}

/**
 * Keeps a form from being submitted by an Enter in a field that is not meant.
 * @param {HTMLFormElement} form
 */
export function submitOnlyByEnter(form) {
  form.addEventListener("keydown", (event) => {
    const isInLine = event.target instanceof Element && event.target.matches(LINE);
    if (isInLine && event.key === "Enter" && !isEnter(event)) event.preventDefault();
  });
}
