/** Milliseconds a test waits for anything: a real connection in one page takes a fraction of a second. */
const PATIENCE = 25_000;

/**
 * Waits until a condition holds.
 * @param {string} what Whom and what the test waits for; the message of the failure.
 * @param {() => unknown} condition Looked at some ten times a second; may be asynchronous.
 */
export async function until(what, condition) {
  const end = performance.now() + PATIENCE;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited ${PATIENCE} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * @template T
 * @param {T | null | undefined} value
 * @returns {T}
 */
export function present(value) {
  if (value === null || value === undefined) throw new Error("There is no value.");
  return value;
}
