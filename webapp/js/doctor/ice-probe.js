/** Milliseconds a server may take to answer, retransmissions by UDP included. */
const PATIENCE = 10_000;

/**
 * @typedef {object} IceProbe
 * @property {string} url Of the server, in which no secret stands.
 * @property {boolean} found Whether a candidate came of it.
 * @property {number[]} codes What the browser said of it: 701 for no answer, else the server's own refusal.
 * @property {number} milliseconds
 */

/**
 * Whether one STUN or TURN server answers, found out by gathering candidates from it alone.
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
  try {
    connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: relay ? "relay" : "all" });
    const outcome = gather(connection, relay ? "relay" : "srflx", codes);
    connection.createDataChannel("probe");
    await connection.setLocalDescription();
    const found = await outcome;
    // In an open network the answer shows the address that is known already: the browser names no candidate for it.
    const answered = found || (!relay && codes.length === 0 && performance.now() - began < PATIENCE);
    return { url: server.urls, found: answered, codes, milliseconds: Math.round(performance.now() - began) };
  } catch {
    // The browser does not take such an address.
    return { url: server.urls, found: false, codes, milliseconds: 0 };
  } finally {
    connection?.close();
  }
}

/**
 * @param {RTCPeerConnection} connection
 * @param {RTCIceCandidateType} type
 * @param {number[]} codes Is added to.
 * @returns {Promise<boolean>} Whether a candidate of this type came.
 */
function gather(connection, type, codes) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), PATIENCE);
    connection.onicecandidateerror = ({ errorCode }) => codes.push(errorCode);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate === null) resolve(false);
      else if (candidate.type === type) resolve(true);
    };
  });
}
