import { attempt, attemptNow } from "./attempt.js";

/**
 * What the keys write without modifiers, by KeyboardEvent.code (WICG keyboard-map).
 * @typedef {ReadonlyMap<string, string>} Layout
 */

/** @returns {Promise<Layout | null>} Null where the browser does not have it, or does not tell this page. */
export function currentLayout() {
  return attempt(async () => {
    const { keyboard } = /** @type {{ keyboard?: { getLayoutMap: () => Promise<Layout> } }} */ (
      /** @type {unknown} */ (navigator)
    );
    return (await keyboard?.getLayoutMap()) ?? null;
  }, null);
}

/** Whether it is a device of Apple, whose keyboards lock Caps Lock in another way. */
export function isOfApple() {
  return attemptNow(() => /^(Mac|iP)/.test(navigator.platform), false);
}
