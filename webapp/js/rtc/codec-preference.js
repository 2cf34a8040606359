import { processorCores, videoAbilities } from "../browser/about.js";

/**
 * @typedef {object} CodecAbility
 * @property {string} name
 * @property {boolean} smooth Whether this browser both sends and receives the codec smoothly.
 * @property {boolean} efficient Whether it does so at little power: in hardware, or as cheaply.
 */

/** The video codecs that are ordered, best compression first. Others (rtx, FEC) only accompany these. */
const CODECS = ["AV1", "VP9", "H264", "VP8"];
/** Cores from which on a processor has time for VP9 in software. */
const MIN_CORES_FOR_VP9 = 4;
/** The video that the browser is asked about. `bitrate`: in bit/s. */
const PROBE = { width: 1280, height: 720, bitrate: 1_500_000, framerate: 30 };

/** @type {readonly string[]} Empty until the abilities are known: the browser's own order holds. */
let ranking = [];

/** Asks the browser which codecs it handles well on this machine. Affects connections that are made afterwards. */
export async function learnCodecs() {
  const abilities = await Promise.all(CODECS.map(abilityOf));
  ranking = rank(abilities, processorCores());
}

/**
 * Orders video codecs: first those that are smooth and efficient, best compression first; then those that are smooth in
 * software, by the number of cores; then the rest. See decision 12.
 * @param {readonly CodecAbility[]} abilities
 * @param {number} cores
 * @returns {string[]} Names, best first.
 */
export function rank(abilities, cores) {
  // In software the usual encoder of H.264 is the weakest, and that of AV1 the slowest.
  const software = cores >= MIN_CORES_FOR_VP9 ? ["VP9", "VP8", "H264", "AV1"] : ["VP8", "VP9", "H264", "AV1"];
  const score = (/** @type {CodecAbility} */ { name, smooth, efficient }) => {
    if (smooth && efficient) return CODECS.indexOf(name);
    return (smooth ? 10 : 20) + software.indexOf(name);
  };
  return [...abilities].sort((a, b) => score(a) - score(b)).map(({ name }) => name);
}

/**
 * Orders codecs by the sum of their places in the orders of both sides. Of equal sums, the other side's order decides.
 * @param {readonly string[]} own
 * @param {readonly string[]} others
 * @returns {string[]} The names that are in both orders.
 */
export function common(own, others) {
  const place = (/** @type {string} */ name) => own.indexOf(name) + others.indexOf(name);
  return others.filter((name) => own.includes(name)).sort((a, b) => place(a) - place(b));
}

/**
 * Sets the order of the codecs in the next offer or answer (webrtc-pc, setCodecPreferences). Browsers that cannot do
 * this keep their own order.
 * @param {RTCRtpTransceiver} transceiver Nothing is done if it is for audio.
 * @param {string} [offer] The other side's description, if it has offered. Its order counts, too.
 */
export function preferCodecs(transceiver, offer = "") {
  const codecs = RTCRtpReceiver.getCapabilities?.("video")?.codecs ?? [];
  if (transceiver.receiver.track.kind !== "video" || ranking.length === 0 || codecs.length === 0) return;
  const order = offer === "" ? ranking : common(ranking, offeredCodecs(offer));
  if (order.length === 0) return;
  const place = (/** @type {{ mimeType: string }} */ { mimeType }) => {
    const at = order.indexOf(mimeType.replace(/^video\//i, "").toUpperCase());
    return at < 0 ? order.length : at;
  };
  try {
    transceiver.setCodecPreferences([...codecs].sort((a, b) => place(a) - place(b)));
  } catch {
    // The browser's own order holds.
  }
}

/**
 * @param {string} sdp
 * @returns {string[]} The names of its video codecs in their order (RFC 8866, sections 5.14 and 6.6).
 */
export function offeredCodecs(sdp) {
  const section = sdp.split(/^m=/m).find((part) => part.startsWith("video")) ?? "";
  const formats =
    /^video \d+ \S+ (.*)$/m
      .exec(section)?.[1]
      ?.trim()
      .split(" ")
      .filter((format) => /^\d+$/.test(format)) ?? [];
  const names = formats.map(
    (format) => new RegExp(`^a=rtpmap:${format} ([^/\\s]+)`, "m").exec(section)?.[1]?.toUpperCase() ?? "",
  );
  return [...new Set(names)].filter((name) => CODECS.includes(name));
}

/**
 * @param {string} name
 * @returns {Promise<CodecAbility>} By W3C media-capabilities.
 */
async function abilityOf(name) {
  const infos = await videoAbilities({ contentType: `video/${name}`, ...PROBE });
  if (infos.length === 0) return { name, smooth: false, efficient: false };
  const isSmooth = infos.every(({ supported, smooth }) => supported && smooth);
  return { name, smooth: isSmooth, efficient: infos.every(({ powerEfficient }) => powerEfficient) };
}
