/** Pixels: less is no keyboard, but a bar of the browser. */
const MIN_KEYBOARD = 40;

/**
 * Tells the style sheets which part of the page an on-screen keyboard covers, where the browser does not make the page
 * smaller for it: `--hidden-above` and `--hidden-below` of an element are in pixels, and `data-keyboard` is there.
 * @param {HTMLElement} element
 * @param {Pick<VisualViewport, "height" | "offsetTop" | "scale" | "addEventListener"> | null} [viewport]
 */
export function followVisibleArea(element, viewport = globalThis.visualViewport) {
  if (viewport === null || viewport === undefined) return;
  const update = () => {
    // Who magnifies the page moves over it as they like.
    const isMagnified = viewport.scale > 1.05;
    const above = isMagnified ? 0 : Math.max(0, Math.round(viewport.offsetTop));
    const below = isMagnified ? 0 : Math.max(0, Math.round(innerHeight - viewport.offsetTop - viewport.height));
    element.style.setProperty("--hidden-above", `${above}px`);
    element.style.setProperty("--hidden-below", `${below}px`);
    element.toggleAttribute("data-keyboard", below > MIN_KEYBOARD);
  };
  for (const event of ["resize", "scroll"]) viewport.addEventListener(event, update);
  update();
}
