/** @typedef {{ name: string, well: boolean, cheap: boolean }} CodecAbility `cheap`: done by hardware, or as good as. */

/** Those of a picture that are chosen between; everything else (retransmission, error correction) belongs to them. */
const PICTURE = ["AV1", "VP9", "H264", "VP8"];
/** Cores below which a processor has no time left for the better compression of the newer codecs. */
const MANY_CORES = 4;
const TRIED = { width: 1280, height: 720, bitrate: 1_500_000, framerate: 30 };

/** @type {readonly string[]} The browser's own order until it is known what it does well. */
let ranking = [];

/** Finds out what this browser does well on this machine, for the connections that are made afterwards. */
export async function learnCodecs() {
  const abilities = await Promise.all(PICTURE.map(abilityOf));
  ranking = rank(abilities, navigator.hardwareConcurrency || 1);
}

/**
 * Puts the codecs of a picture in order: those that are done well and cheaply, best compression first; then by software
 * what fits the processor; then the rest. See decision 12.
 * @param {readonly CodecAbility[]} abilities
 * @param {number} cores
 * @returns {string[]}
 */
export function rank(abilities, cores) {
  // In software the encoder of H.264 is the weakest of them, and that of AV1 the slowest.
  const software = cores >= MANY_CORES ? ["VP9", "VP8", "H264", "AV1"] : ["VP8", "VP9", "H264", "AV1"];
  const score = (/** @type {CodecAbility} */ { name, well, cheap }) => {
    if (well && cheap) return PICTURE.indexOf(name);
    return (well ? 10 : 20) + software.indexOf(name);
  };
  return [...abilities].sort((a, b) => score(a) - score(b)).map(({ name }) => name);
}

/**
 * What is best for both: the least sum of places in the two orders, and of equals what the other one prefers.
 * @param {readonly string[]} own
 * @param {readonly string[]} others
 * @returns {string[]} Only what both have.
 */
export function common(own, others) {
  const place = (/** @type {string} */ name) => own.indexOf(name) + others.indexOf(name);
  return others.filter((name) => own.includes(name)).sort((a, b) => place(a) - place(b));
}

/**
 * Has a transceiver offer, or answer with, the codecs in the order that suits this side, and the other one if it has
 * offered. Browsers without the means keep their own order.
 * @param {RTCRtpTransceiver} transceiver
 * @param {string} [offer] The other side's description.
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
    // Then the order is the browser's.
  }
}

/**
 * @param {string} sdp
 * @returns {string[]} The codecs of its picture by name, in its order (RFC 8866, sections 5.14 and 6.6).
 */
export function offeredCodecs(sdp) {
  const section = sdp.split(/^m=/m).find((part) => part.startsWith("video")) ?? "";
  const formats = /^video \d+ \S+ (.*)$/m.exec(section)?.[1]?.trim().split(" ") ?? [];
  const names = formats.map(
    (format) => new RegExp(`^a=rtpmap:${format} ([^/\\s]+)`, "m").exec(section)?.[1]?.toUpperCase() ?? "",
  );
  return [...new Set(names)].filter((name) => PICTURE.includes(name));
}

/**
 * @param {string} name
 * @returns {Promise<CodecAbility>} Whether it is both sent and received well (W3C media-capabilities).
 */
async function abilityOf(name) {
  const video = { contentType: `video/${name}`, ...TRIED };
  try {
    const infos = await Promise.all([
      navigator.mediaCapabilities.encodingInfo({ type: "webrtc", video }),
      navigator.mediaCapabilities.decodingInfo({ type: "webrtc", video }),
    ]);
    const well = infos.every(({ supported, smooth }) => supported && smooth);
    return { name, well, cheap: infos.every(({ powerEfficient }) => powerEfficient) };
  } catch {
    return { name, well: false, cheap: false };
  }
}
