/** @typedef {import("./checks.js").CheckResult} CheckResult */

/**
 * The report for an operator. It contains no user name, password, token, room or address of a person.
 * @param {readonly CheckResult[]} results
 * @param {{ origin: string, browser: string, when: Date }} about
 * @returns {string} Plain text.
 */
export function reportOf(results, { origin, browser, when }) {
  const lines = results.map(({ name, outcome, why, facts }) =>
    [`${name}: ${outcome}`, why, facts].filter((part) => part !== "").join(" | "),
  );
  return ["Video Chat Room connection report", when.toISOString(), origin, browser, "", ...lines].join("\n");
}
