import { text } from "../texts.js";

/** Bytes of the largest file, in units of 2³⁰ bytes: 64, as in src/docs/protocol/messages.md. */
const MAX_GIBIBYTES = 64;

/**
 * @param {string} name Of a file or a folder.
 * @param {import("../../messages/offering.js").Obstacle | "folder"} obstacle
 * @returns {string} A sentence that says that it was not sent, and why.
 */
export function refusalText(name, obstacle) {
  const size = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "gigabyte" });
  return text(`refused.${obstacle}`, { name, size: size.format(MAX_GIBIBYTES) });
}
