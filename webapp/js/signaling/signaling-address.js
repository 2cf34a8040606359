/**
 * The WebSocket address of a server.
 * @param {string | URL} serverUrl Address of the application, e.g. `https://example.org/video-chat-room/`. A missing
 *   last slash is added; a query and a fragment are dropped.
 * @returns {URL} `ws:` for http, `wss:` for https.
 * @throws {TypeError} If it is not an absolute http or https address.
 */
export function signalingAddress(serverUrl) {
  const url = new URL(serverUrl);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new TypeError(`The server's address must begin with http: or https:, not ${url.protocol}`);
  }
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return new URL("api/signaling", url);
}
