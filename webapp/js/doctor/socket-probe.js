import { decode, encode } from "../protocol/messages.js";

/** Milliseconds the server may take for the whole probe. */
const TIMEOUT = 6_000;

/**
 * @typedef {object} SocketProbe
 * @property {boolean} opened Whether the server accepted the socket.
 * @property {boolean} pong Whether the server answered.
 * @property {number} milliseconds Round trip of a ping.
 * @property {RTCIceServer[] | null} iceServers Null if the server did not send them.
 */

/**
 * Probes the server over a separate socket, which takes no seat.
 * @param {URL} address
 * @returns {Promise<SocketProbe>}
 */
export async function probeSocket(address) {
  /** @type {SocketProbe} */
  const probe = { opened: false, pong: false, milliseconds: 0, iceServers: null };
  /** @type {WebSocket | null} */
  let socket = null;
  try {
    socket = new WebSocket(address);
    await exchange(socket, probe);
  } catch {
    // The address is invalid, or the page's Content-Security-Policy forbids it.
  }
  socket?.close();
  return probe;
}

/**
 * @param {WebSocket} socket
 * @param {SocketProbe} probe Gets the results.
 * @returns {Promise<void>}
 */
function exchange(socket, probe) {
  return new Promise((resolve) => {
    let began = 0;
    setTimeout(resolve, TIMEOUT);
    socket.onopen = () => {
      probe.opened = true;
      began = performance.now();
      socket.send(encode({ event: "ping" }));
      socket.send(encode({ event: "request_ice_servers" }));
    };
    socket.onclose = () => resolve();
    socket.onmessage = ({ data }) => {
      try {
        const message = decode(data);
        if (message?.event === "pong") {
          probe.pong = true;
          probe.milliseconds = Math.round(performance.now() - began);
        }
        if (message?.event === "ice_servers") probe.iceServers = message.data.iceServers;
        if (message?.event === "error" || (probe.pong && probe.iceServers !== null)) resolve();
      } catch {
        // It is not a server of this protocol.
        resolve();
      }
    };
  });
}
