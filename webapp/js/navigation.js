/**
 * How the browser came to this page.
 * @typedef {object} Navigation
 * @property {boolean} byPerson Whether the person opened it: typed its address, followed a bookmark or a link of another
 *   program or of this site, or reloaded it. False if another site may have led here, and for whatever comes back out of
 *   the browser's history.
 * @property {boolean} comesBack Whether the page was here before in this tab: reloaded, or out of the browser's history.
 * @property {boolean} isTopLevel Whether the page is in no frame, and was opened by no script.
 * @property {boolean} isStraightIn Whether the operator lets this room's page join without the lobby.
 */

/** Whether the browser renders the page ahead, before the person opens it. Not in every browser, and not in the types. */
export function isPrerendered() {
  return "prerendering" in document && document.prerendering === true;
}

/**
 * Reads what the server says of the navigation (Server Timing, `web/Navigation.java`). Without a word from the server
 * nothing is assumed in the person's name.
 * @returns {Navigation}
 */
export function readNavigation() {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const metrics = entry?.serverTiming ?? [];
  const site = metrics.find(({ name }) => name === "sec-fetch-site")?.description ?? "";
  const type = entry?.type;
  return {
    byPerson: (site === "none" || site === "same-origin") && (type === "navigate" || type === "reload"),
    comesBack: type === "reload" || type === "back_forward",
    isTopLevel: window.opener === null && window.parent === window,
    isStraightIn: metrics.some(({ name }) => name === "straight-in"),
  };
}
