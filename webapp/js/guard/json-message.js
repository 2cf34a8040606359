/**
 * Reads a message of a data channel of text.
 * @param {string} data From the other side. {@link keepWithin} limits its length.
 * @returns {unknown} Undefined if it is not JSON.
 */
export function readJson(data) {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
