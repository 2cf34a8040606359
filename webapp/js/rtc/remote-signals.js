import { TokenBucket } from "../guard/token-bucket.js";

/** Signals at once and in the long run, by whichever way they come. A call on a bad network has a small part of that. */
const DESCRIPTIONS = { burst: 40, perSecond: 1 };
const CANDIDATES = { burst: 400, perSecond: 20 };
const REQUESTS = { burst: 40, perSecond: 1 };

/** Characters of a description, and the lines of it that cost something. */
const MAX_DESCRIPTION_LENGTH = 65_536;
const MAX_MEDIA_LINES = 12;
const MAX_CANDIDATE_LINES = 200;

const CANDIDATE_LINE = /^a=candidate:.*(?:\r?\n|$)/gm;

/**
 * A candidate of a kind that a call needs (RFC 8839, section 5.1): an IP address, or a name that only the local network
 * resolves (mDNS). Browsers would look up any other name.
 */
const CANDIDATE =
  /^candidate:[\w+/]{1,32} [12] (?:udp|tcp) \d{1,10} (?:[\d.]{7,15}|[\da-f:.]{2,45}|[\w-]{1,63}\.local) \d{1,5} typ (?:host|srflx|prflx|relay)(?: |$)/i;
const MAX_CANDIDATE_LENGTH = 512;

/**
 * What the other side signals, through the server or through the connection itself: the one place that says how much of
 * it is taken. What exceeds a bound is not taken.
 */
export class RemoteSignals {
  #onExceeded;
  #descriptions = new TokenBucket(DESCRIPTIONS.burst, DESCRIPTIONS.perSecond);
  #candidates = new TokenBucket(CANDIDATES.burst, CANDIDATES.perSecond);
  #requests = new TokenBucket(REQUESTS.burst, REQUESTS.perSecond);
  #refusesAll = false;

  /** @param {() => void} onExceeded The other side has sent more than any call needs. Called once. */
  constructor(onExceeded) {
    this.#onExceeded = onExceeded;
  }

  /**
   * @param {RTCSessionDescriptionInit} description
   * @returns {RTCSessionDescriptionInit | null} Without candidates that no call needs; null if it is not taken.
   */
  description({ type, sdp = "" }) {
    const isSmall =
      sdp.length <= MAX_DESCRIPTION_LENGTH &&
      count(sdp, /^m=/gm) <= MAX_MEDIA_LINES &&
      count(sdp, CANDIDATE_LINE) <= MAX_CANDIDATE_LINES;
    if (!this.#take(this.#descriptions, isSmall)) return null;
    return { type, sdp: sdp.replace(CANDIDATE_LINE, (line) => (isNeeded(line.slice(2).trimEnd()) ? line : "")) };
  }

  /**
   * @param {RTCIceCandidateInit | null} candidate Null or an empty `candidate` is the end of candidates.
   * @returns {boolean} Whether to take it.
   */
  candidate(candidate) {
    if (!this.#take(this.#candidates, true)) return false;
    const text = candidate?.candidate ?? "";
    return text === "" || isNeeded(text.replace(/^a=/, ""));
  }

  /** @returns {boolean} Whether to take a request for an offer. */
  request() {
    return this.#take(this.#requests, true);
  }

  /** Takes nothing more: the other side has exceeded a bound, here or elsewhere. */
  refuseAll() {
    if (this.#refusesAll) return;
    this.#refusesAll = true;
    this.#onExceeded();
  }

  /**
   * @param {TokenBucket} rate
   * @param {boolean} isSmall
   */
  #take(rate, isSmall) {
    if (!this.#refusesAll && isSmall && rate.take()) return true;
    this.refuseAll();
    return false;
  }
}

/**
 * @param {string} candidate
 * @returns {boolean}
 */
function isNeeded(candidate) {
  return candidate.length <= MAX_CANDIDATE_LENGTH && CANDIDATE.test(candidate);
}

/**
 * @param {string} text
 * @param {RegExp} pattern Global.
 */
function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
