/**
 * Tells when the browser may be in another network than before.
 * @param {object} handlers
 * @param {() => void} handlers.onGone There is no network, or it is just being exchanged for another one.
 * @param {() => void} handlers.onChanged There was no network and is one again: nothing that was open can be trusted.
 * @param {() => void} handlers.onDoubt The network may be another one, but need not be.
 * @returns {() => void} Stops telling.
 */
export function watchNetwork({ onGone, onChanged, onDoubt }) {
  const ending = new AbortController();
  const options = { signal: ending.signal };
  globalThis.addEventListener("offline", onGone, options);
  globalThis.addEventListener("online", onChanged, options);
  // Not in every browser, nor in the types.
  const { connection } = /** @type {{ connection?: EventTarget }} */ (navigator);
  connection?.addEventListener("change", onDoubt, options);
  return () => ending.abort();
}
