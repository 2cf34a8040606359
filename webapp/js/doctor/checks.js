import { checkDevices } from "./device-check.js";
import { probeIce } from "./ice-probe.js";
import { probeSocket } from "./socket-probe.js";

/** @typedef {import("./ice-probe.js").IceProbe} IceProbe */
/** @typedef {"works" | "fails" | "not-configured" | "untested"} Outcome */
/**
 * @typedef {"secure-page" | "webrtc" | "devices-check" | "socket" | "stun" | "turn-udp" | "turn-tcp" | "turn-tls"
 *   | "credentials"} CheckName
 */

/**
 * @typedef {object} CheckResult
 * @property {CheckName} name
 * @property {Outcome} outcome
 * @property {string} why What more is known, as a code for the page's sentences; empty if nothing is.
 * @property {string} facts For an operator: codes and addresses of servers; never a user name, a password or a token.
 */

/** @type {readonly CheckName[]} In the order in which they are shown. */
export const CHECKS = [
  "secure-page",
  "webrtc",
  "devices-check",
  "socket",
  "stun",
  "turn-udp",
  "turn-tcp",
  "turn-tls",
  "credentials",
];

/** @type {readonly CheckName[]} */
const ICE_CHECKS = ["stun", "turn-udp", "turn-tcp", "turn-tls"];

/**
 * @typedef {object} CheckOptions
 * @property {URL} address Of the signaling socket.
 * @property {"ask" | "look"} devices Whether the browser may ask the person for camera and microphone.
 * @property {(result: CheckResult) => void} onResult Each one as soon as it is known.
 * @property {() => Promise<RTCIceServer[] | null>} [iceServers] Another source of them, for tests.
 */

/**
 * Tests what a call needs, as far as the parts can be told apart.
 * @param {CheckOptions} options
 * @returns {Promise<CheckResult[]>} In the order of {@link CHECKS}.
 */
export async function runChecks({ address, devices, onResult, iceServers }) {
  /** @type {Map<CheckName, CheckResult>} */
  const results = new Map();
  /** @type {(name: CheckName, outcome: Outcome, why?: string, facts?: string) => void} */
  const note = (name, outcome, why = "", facts = "") => {
    const result = { name, outcome, why, facts };
    results.set(name, result);
    onResult(result);
  };
  note("secure-page", globalThis.isSecureContext ? "works" : "fails");
  const webrtc = typeof RTCPeerConnection !== "undefined";
  note("webrtc", webrtc ? "works" : "fails");
  const device = checkDevices(devices).then(({ outcome, why }) => note("devices-check", outcome, why));
  const servers = iceServers === undefined ? await askServer(address, note) : await iceServers();
  if (iceServers !== undefined) note("socket", servers === null ? "fails" : "works");
  if (servers === null || !webrtc) {
    const why = webrtc ? "no-servers" : "no-webrtc";
    for (const name of [...ICE_CHECKS, /** @type {const} */ ("credentials")]) note(name, "untested", why);
  } else {
    await checkIce(servers, note);
  }
  await device;
  return CHECKS.flatMap((name) => results.get(name) ?? []);
}

/**
 * @param {URL} address
 * @param {(name: CheckName, outcome: Outcome, why?: string, facts?: string) => void} note
 */
async function askServer(address, note) {
  const { pong, milliseconds, iceServers } = await probeSocket(address);
  note("socket", pong ? "works" : "fails", "", pong ? `${milliseconds} ms` : "");
  return iceServers;
}

/**
 * @param {RTCIceServer[]} servers
 * @param {(name: CheckName, outcome: Outcome, why?: string, facts?: string) => void} note
 */
async function checkIce(servers, note) {
  const single = servers.flatMap((server) => [server.urls].flat().map((urls) => ({ ...server, urls })));
  /** @type {IceProbe[]} */
  const relays = [];
  await Promise.all(
    ICE_CHECKS.map(async (name) => {
      const probes = await Promise.all(
        single.filter(({ urls }) => kindOf(urls) === name).map((server) => probeIce(server)),
      );
      if (name !== "stun") relays.push(...probes);
      if (probes.length === 0) return note(name, "not-configured");
      const works = probes.some(({ found }) => found);
      const refused = probes.some(({ codes }) => codes.some(isRefusal));
      note(name, works ? "works" : "fails", works ? "" : refused ? "refused" : "", probes.map(describe).join("; "));
    }),
  );
  if (relays.length === 0) return note("credentials", "not-configured");
  const codes = relays.flatMap((relay) => relay.codes);
  if (codes.includes(401) || codes.includes(403)) note("credentials", "fails", "", codes.filter(isRefusal).join());
  else if (codes.includes(486)) note("credentials", "fails", "full", "486");
  else note("credentials", relays.some(({ found }) => found) ? "works" : "untested");
}

/** @param {number} code Of a relay that answered: RFC 8656, section 16. */
function isRefusal(code) {
  return code >= 400 && code < 600;
}

/**
 * @param {string} url
 * @returns {CheckName | null}
 */
function kindOf(url) {
  if (/^stuns?:/.test(url)) return "stun";
  if (url.startsWith("turns:")) return "turn-tls";
  if (!url.startsWith("turn:")) return null;
  return /[?&]transport=tcp/i.test(url) ? "turn-tcp" : "turn-udp";
}

/** @param {IceProbe} probe */
function describe({ url, found, codes, milliseconds }) {
  const errors = codes.length === 0 ? "no error named" : `error ${[...new Set(codes)].join(", ")}`;
  return `${url} ${found ? `${milliseconds} ms` : errors}`;
}
