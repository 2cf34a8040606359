import { checkDevices } from "./device-check.js";
import { probeHttp } from "./http-probe.js";
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
 * @property {string} why The reason, as a code for the page's sentences; empty if it is not known.
 * @property {string} facts For an operator: codes and addresses of servers; never a user name, a password or a token.
 */

/** @typedef {(name: CheckName, outcome: Outcome, why?: string, facts?: string) => void} Note Reports one result. */

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
 * @property {(result: CheckResult) => void} onResult Gets each result as soon as it is known.
 * @property {() => Promise<RTCIceServer[] | null>} [iceServers] Another source of ICE servers, for tests.
 */

/**
 * Checks each part of what a call needs.
 * @param {CheckOptions} options
 * @returns {Promise<CheckResult[]>} In the order of {@link CHECKS}.
 */
export async function runChecks({ address, devices, onResult, iceServers }) {
  /** @type {Map<CheckName, CheckResult>} */
  const results = new Map();
  /** @type {Note} */
  const note = (name, outcome, why = "", facts = "") => {
    const result = { name, outcome, why, facts };
    results.set(name, result);
    onResult(result);
  };
  note("secure-page", globalThis.isSecureContext ? "works" : "fails");
  const webrtc = typeof RTCPeerConnection !== "undefined";
  note("webrtc", webrtc ? "works" : "fails");
  const device = checkDevices(devices).then(({ outcome, why }) => note("devices-check", outcome, why));
  const servers = iceServers === undefined ? await checkSocket(address, note) : await iceServers();
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
 * @param {Note} note
 * @returns {Promise<RTCIceServer[] | null>} The ICE servers of the server's settings; null if it did not send them.
 */
async function checkSocket(address, note) {
  const { opened, pong, milliseconds, iceServers } = await probeSocket(address);
  if (pong) note("socket", "works", "", `${milliseconds} ms`);
  else note("socket", "fails", opened ? "" : await probeHttp(address));
  return iceServers;
}

/**
 * @param {RTCIceServer[]} servers
 * @param {Note} note
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

/** @param {number} code Error code of a relay that answered (RFC 8656, section 16). */
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
