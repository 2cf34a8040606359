import { decode, encode } from "../protocol/messages.js";

/** Milliseconds the server may take for everything. */
const PATIENCE = 6_000;

/**
 * @typedef {object} SocketProbe
 * @property {boolean} pong Whether the server answered.
 * @property {number} milliseconds A ping took.
 * @property {RTCIceServer[] | null} iceServers Null if the server did not tell.
 */

/**
 * Asks the server over a socket of its own, which takes no seat.
 * @param {URL} address
 * @returns {Promise<SocketProbe>}
 */
export async function probeSocket(address) {
  /** @type {SocketProbe} */
  const probe = { pong: false, milliseconds: 0, iceServers: null };
  /** @type {WebSocket | null} */
  let socket = null;
  try {
    socket = new WebSocket(address);
    await conversation(socket, probe);
  } catch {
    // The address is none, or the page's policy forbids it.
  }
  socket?.close();
  return probe;
}

/**
 * @param {WebSocket} socket
 * @param {SocketProbe} probe Is filled.
 * @returns {Promise<void>}
 */
function conversation(socket, probe) {
  return new Promise((resolve) => {
    let began = 0;
    setTimeout(resolve, PATIENCE);
    socket.onopen = () => {
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
        // Whatever answers there, it is not this server.
        resolve();
      }
    };
  });
}
