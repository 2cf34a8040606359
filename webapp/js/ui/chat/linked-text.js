import { create } from "../dom.js";

/**
 * A web address without whitespace and invisible characters but the joiners that some scripts need. Punctuation at its
 * end belongs to the sentence.
 */
const ADDRESS =
  /\bhttps?:\/\/(?:[^\s<>"\p{C}]|[\u200C\u200D])+[^\s<>"\p{C}.,;:!?'’”»)\]}…。、，．！？：；）」』】،؛؟]/giu;

/**
 * Turns text into nodes, with its web addresses as links. It contains no markup.
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
      create("a", { href: hrefOf(url), target: "_blank", rel: "noopener noreferrer" }, address),
    );
    end = index + address.length;
  }
  return [...nodes, content.slice(end)].filter((node) => node !== "");
}

/**
 * @param {URL} url
 * @returns {string} A room of this server begins in the lobby: the peer has chosen it, and not the person.
 */
function hrefOf(url) {
  if (url.href.startsWith(new URL(".", location.href).href)) url.searchParams.set("lobby", "");
  return url.href;
}

/**
 * @param {string} address
 * @returns {URL | null} Null for a misleading address with a user name, such as `https://bank.example@evil.example`.
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
