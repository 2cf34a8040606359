/**
 * Reads a message of a data channel.
 * @param {unknown} data Anything from the other side.
 * @param {number} maxLength In characters.
 * @returns {unknown} Undefined if it is binary, too long or not JSON.
 */
export function readJson(data, maxLength) {
  if (typeof data !== "string" || data.length > maxLength) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
