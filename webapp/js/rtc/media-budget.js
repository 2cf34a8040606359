/**
 * How much a call may use each way: "full" is what the connection carries, "saver" some 150 kbit/s with everything that
 * is sent beside sound and picture, "sound" no picture at all.
 * @typedef {"full" | "saver" | "sound"} Budget
 */

/** @type {readonly Budget[]} From the most to the least. */
export const BUDGETS = ["full", "saver", "sound"];

/**
 * Bits a second of sound and picture alone. Headers (IP, UDP, SRTP) add 21 kbit/s to 50 packets of sound a second, and
 * some 10 kbit/s to a picture of this size.
 */
const SAVED = { audio: 24_000, video: 90_000 };
/** Bits a second: what Opus needs for music in one channel to sound like its source (RFC 7587, section 3.1.1). */
const MUSIC = 128_000;
/** Pixels of the shorter side of a saved picture. */
const SAVED_SIDE = 240;
/** Frames a second: a face has to move, letters have to be read. */
const SAVED_FRAMES = { camera: 15, screen: 5 };

/**
 * @typedef {object} SendLimit Members of RTCRtpEncodingParameters; undefined is the browser's own choice.
 * @property {boolean} active
 * @property {RTCPriorityType} priority
 * @property {RTCPriorityType} networkPriority
 * @property {number | undefined} maxBitrate Bits a second.
 * @property {number | undefined} [maxFramerate]
 * @property {number | undefined} [scaleResolutionDownBy]
 */

/**
 * @param {unknown} value
 * @returns {value is Budget}
 */
export function isBudget(value) {
  return BUDGETS.some((budget) => budget === value);
}

/**
 * What both keep to, when each has a wish.
 * @param {Budget} one
 * @param {Budget} other
 * @returns {Budget}
 */
export function stricterBudget(one, other) {
  return BUDGETS.indexOf(one) > BUDGETS.indexOf(other) ? one : other;
}

/**
 * Sound comes before the picture, whatever there is to be shared.
 * @param {Budget} budget
 * @param {boolean} music Whether the sound is to be sent as it is.
 * @returns {SendLimit}
 */
export function soundLimit(budget, music) {
  const maxBitrate = budget === "saver" ? SAVED.audio : music ? MUSIC : undefined;
  return { active: true, priority: "high", networkPriority: "high", maxBitrate };
}

/**
 * @param {Budget} budget
 * @param {{ shortSide: number, isScreen: boolean }} picture `shortSide`: in pixels, 0 if it is not known.
 * @returns {SendLimit}
 */
export function pictureLimit(budget, { shortSide, isScreen }) {
  const saves = budget === "saver";
  const scale = saves && !isScreen ? Math.max(1, shortSide / SAVED_SIDE) : 1;
  return {
    active: budget !== "sound",
    priority: "low",
    networkPriority: "low",
    maxBitrate: saves ? SAVED.video : undefined,
    maxFramerate: saves ? SAVED_FRAMES[isScreen ? "screen" : "camera"] : undefined,
    scaleResolutionDownBy: scale,
  };
}
