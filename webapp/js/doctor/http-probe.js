/** Milliseconds the server may take to answer. */
const TIMEOUT = 6_000;
/** The server refuses the page's origin. */
const FORBIDDEN = 403;

/**
 * Why no socket opens, as far as a request by plain HTTP shows it. It is a POST, because browsers name the page's origin
 * in it as in the handshake of a socket.
 * @param {URL} address Of the signaling socket.
 * @returns {Promise<"origin" | "no-sockets" | "">} `origin`: the server refuses the page's origin. `no-sockets`: it
 *   answers such requests. Empty: it does not answer at all, or is broken.
 */
export async function probeHttp(address) {
  const url = new URL(address);
  url.protocol = url.protocol === "wss:" ? "https:" : "http:";
  try {
    const { status } = await ask(url, "cors");
    if (status === FORBIDDEN) return "origin";
    return status < 500 ? "no-sockets" : "";
  } catch {
    // No answer, or one that a page of this origin may not read.
  }
  try {
    await ask(url, "no-cors");
    return "origin";
  } catch {
    return "";
  }
}

/**
 * @param {URL} url
 * @param {RequestMode} mode
 */
function ask(url, mode) {
  return fetch(url, { method: "POST", mode, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
}
