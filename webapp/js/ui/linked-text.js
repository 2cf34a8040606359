import { create } from "./dom.js";

/** What may be an address: no space, no sign that only ends a sentence, nothing invisible. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"\p{C}]+[^\s<>"\p{C}.,;:!?'’”»)\]}]/giu;

/**
 * Text as nodes, with its addresses as links. Nothing in it is taken for markup.
 * @param {string} content
 * @returns {(Node | string)[]}
 */
export function linkedText(content) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const { 0: address, index } of content.matchAll(ADDRESS)) {
    const url = parse(address);
    if (url === null) continue;
    nodes.push(
      content.slice(end, index),
      create("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, address),
    );
    end = index + address.length;
  }
  return [...nodes, content.slice(end)].filter((node) => node !== "");
}

/**
 * @param {string} address
 * @returns {URL | null} Null for one that leads elsewhere than it seems to, as `https://bank.example@evil.example` does.
 */
function parse(address) {
  try {
    const url = new URL(address);
    const isPlain =
      (url.protocol === "https:" || url.protocol === "http:") && url.username === "" && url.password === "";
    return isPlain ? url : null;
  } catch {
    return null;
  }
}
