/** Milliseconds a server may take to answer, retransmissions by UDP included. */
const TIMEOUT = 10_000;

/**
 * @typedef {object} IceProbe
 * @property {string} url Of the server; contains no secret.
 * @property {boolean} found Whether the server answered.
 * @property {number[]} codes Of icecandidateerror events: 701 for no answer, else the server's error code.
 * @property {number} milliseconds Duration of the probe.
 */

/**
 * Probes one STUN or TURN server by gathering candidates from it alone. Closing the connection gives back what the relay
 * has allocated: a page that goes away closes it, too, and whatever the browser does not answer.
 * @param {RTCIceServer & { urls: string }} server
 * @returns {Promise<IceProbe>}
 */
export async function probeIce(server) {
  const relay = server.urls.startsWith("turn");
  const began = performance.now();
  /** @type {number[]} */
  const codes = [];
  /** @type {RTCPeerConnection | null} */
  let connection = null;
  const leave = () => connection?.close();
  addEventListener("pagehide", leave);
  try {
    connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: relay ? "relay" : "all" });
    const found = await gather(connection, relay ? "relay" : "srflx", codes);
    // Without a NAT the server reports an address that is a host candidate already, so there is no srflx candidate.
    const answered = found || (!relay && codes.length === 0 && performance.now() - began < TIMEOUT);
    return { url: server.urls, found: answered, codes, milliseconds: Math.round(performance.now() - began) };
  } catch {
    // The browser refuses such an address.
    return { url: server.urls, found: false, codes, milliseconds: 0 };
  } finally {
    removeEventListener("pagehide", leave);
    connection?.close();
  }
}

/**
 * Gathers until there is a candidate of a type, or none can come any more.
 * @param {RTCPeerConnection} connection
 * @param {RTCIceCandidateType} type
 * @param {number[]} codes Gets the codes of errors.
 * @returns {Promise<boolean>} Whether there is a candidate of this type.
 */
function gather(connection, type, codes) {
  return new Promise((resolve, reject) => {
    setTimeout(() => resolve(false), TIMEOUT);
    connection.onicecandidateerror = ({ errorCode }) => codes.push(errorCode);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate === null) resolve(false);
      else if (candidate.type === type) resolve(true);
    };
    connection.createDataChannel("probe");
    connection.setLocalDescription().catch(reject);
  });
}
