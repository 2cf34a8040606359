import { watchNetworkInformation } from "../browser/about.js";

/**
 * Reports when the browser may be in another network than before.
 * @param {object} handlers
 * @param {() => void} handlers.onGone There is no network, or it is being replaced by another one (`offline`).
 * @param {() => void} handlers.onChanged There is a network again (`online`): no open connection can be relied on.
 * @param {() => void} handlers.onDoubt The network may be another one (Network Information API).
 * @returns {() => void} Stops the reports.
 */
export function watchNetwork({ onGone, onChanged, onDoubt }) {
  const stopped = new AbortController();
  const options = { signal: stopped.signal };
  globalThis.addEventListener("offline", onGone, options);
  globalThis.addEventListener("online", onChanged, options);
  watchNetworkInformation(onDoubt, stopped.signal);
  return () => stopped.abort();
}
