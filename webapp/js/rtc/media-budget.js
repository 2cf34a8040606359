/**
 * How much a call may use in each direction: "full" is as much as the connection carries, "saver" some 150 kbit/s with
 * everything that is sent beside audio and video, "sound" no video at all.
 * @typedef {"full" | "saver" | "sound"} Budget
 */

/** @type {readonly Budget[]} From the highest to the lowest. */
export const BUDGETS = ["full", "saver", "sound"];

/**
 * Bit/s of audio and video without headers. Headers (IP, UDP, SRTP) add 21 kbit/s to 50 packets of audio a second, and
 * some 10 kbit/s to video of this size.
 */
const SAVER_BITRATE = { audio: 24_000, video: 90_000 };
/** Bit/s at which music in one channel sounds like its source with Opus (RFC 7587, section 3.1.1). */
const MUSIC_BITRATE = 128_000;
/** Pixels of the shorter side of a camera's video in "saver". */
const SAVER_SHORT_SIDE = 240;
/** Frames per second in "saver". A screen has fewer, because it keeps its size so that text stays readable. */
const SAVER_FRAMERATE = { camera: 15, screen: 5 };

/**
 * @typedef {object} SendLimit Members of RTCRtpEncodingParameters. Undefined leaves the choice to the browser.
 * @property {boolean} active
 * @property {RTCPriorityType} priority
 * @property {RTCPriorityType} networkPriority
 * @property {number | undefined} maxBitrate In bit/s.
 * @property {number | undefined} [maxFramerate] In frames per second.
 * @property {number | undefined} [scaleResolutionDownBy] At least 1.
 */

/**
 * @param {unknown} value
 * @returns {value is Budget}
 */
export function isBudget(value) {
  return BUDGETS.some((budget) => budget === value);
}

/**
 * @param {Budget} one
 * @param {Budget} other
 * @returns {Budget} The lower one.
 */
export function stricterBudget(one, other) {
  return BUDGETS.indexOf(one) > BUDGETS.indexOf(other) ? one : other;
}

/**
 * Audio has priority over video in every budget.
 * @param {Budget} budget
 * @param {boolean} music Whether the audio is music, which needs a higher bit rate than speech. "saver" ignores it.
 * @returns {SendLimit}
 */
export function audioLimit(budget, music) {
  const maxBitrate = budget === "saver" ? SAVER_BITRATE.audio : music ? MUSIC_BITRATE : undefined;
  return { active: true, priority: "high", networkPriority: "high", maxBitrate };
}

/**
 * @param {Budget} budget
 * @param {{ shortSide: number, isScreen: boolean }} source `shortSide`: in pixels; 0 if it is not known.
 * @returns {SendLimit}
 */
export function videoLimit(budget, { shortSide, isScreen }) {
  const saves = budget === "saver";
  const scale = saves && !isScreen ? Math.max(1, shortSide / SAVER_SHORT_SIDE) : 1;
  return {
    active: budget !== "sound",
    priority: "low",
    networkPriority: "low",
    maxBitrate: saves ? SAVER_BITRATE.video : undefined,
    maxFramerate: saves ? SAVER_FRAMERATE[isScreen ? "screen" : "camera"] : undefined,
    scaleResolutionDownBy: scale,
  };
}
