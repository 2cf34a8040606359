import { attemptNow } from "./attempt.js";

/**
 * Reports when an element may have another size.
 * @param {Element} element
 * @param {() => void} onChange
 * @returns {() => void} Stops the reports.
 */
export function watchSize(element, onChange) {
  const observer = attemptNow(() => new ResizeObserver(onChange), null);
  observer?.observe(element);
  if (observer !== null) return () => observer.disconnect();
  globalThis.addEventListener("resize", onChange);
  return () => globalThis.removeEventListener("resize", onChange);
}
