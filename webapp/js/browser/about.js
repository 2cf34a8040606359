import { attempt, attemptNow } from "./attempt.js";

/** @returns {readonly string[]} The languages that the person reads, as tags (BCP 47), the best first. */
export function preferredLanguages() {
  return attemptNow(() => navigator.languages, []);
}

/** @returns {string} Name and version of the browser, for a report. */
export function browserName() {
  return attemptNow(() => navigator.userAgent, "");
}

/** @returns {number} Cores of the processor; 1 if the browser does not tell. */
export function processorCores() {
  return attemptNow(() => navigator.hardwareConcurrency, 1) || 1;
}

/**
 * Reports that the network may be another one (Network Information API, which not every browser has).
 * @param {() => void} onDoubt
 * @param {AbortSignal} signal Stops the reports.
 */
export function watchNetworkInformation(onDoubt, signal) {
  // TypeScript's types do not have it.
  const { connection } = /** @type {{ connection?: EventTarget }} */ (navigator);
  attemptNow(() => connection?.addEventListener("change", onDoubt, { signal }), undefined);
}

/**
 * @param {VideoConfiguration} video
 * @returns {Promise<MediaCapabilitiesInfo[]>} How well it sends and receives that in a call (W3C media-capabilities);
 *   empty if the browser does not tell.
 */
export function videoAbilities(video) {
  return attempt(
    () =>
      Promise.all([
        navigator.mediaCapabilities.encodingInfo({ type: "webrtc", video }),
        navigator.mediaCapabilities.decodingInfo({ type: "webrtc", video }),
      ]),
    [],
  );
}
