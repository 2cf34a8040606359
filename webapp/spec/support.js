/** Milliseconds. A connection within one page takes a fraction of a second. */
const TIMEOUT = 25_000;

/**
 * Waits until a condition is true.
 * @param {string} what What the test waits for, for the message of a failure.
 * @param {() => unknown} condition Checked about every 30 ms; may be asynchronous.
 */
export async function until(what, condition) {
  const end = performance.now() + TIMEOUT;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Timed out after ${TIMEOUT} ms, waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * @template T
 * @param {T | null | undefined} value
 * @returns {T}
 */
export function present(value) {
  if (value === null || value === undefined) throw new Error("The value is missing.");
  return value;
}
