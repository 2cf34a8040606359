import { QuestionPolicy } from "../guard/question-policy.js";
import { isPicture } from "./clean.js";
import { canHash } from "../browser/hashing.js";
import { MAX_OFFERS, MAX_PICTURE_BYTES, MAX_PICTURES, MAX_PICTURES_BYTES } from "./limits.js";

/** @typedef {import("./chat-log.js").ChatLog} ChatLog */
/** @typedef {import("./chat-log.js").Entry} Entry */

/** What becomes of the files that the peer offers, in one call. */
export class OfferPolicy {
  /** When the next offer may be shown, and whether any may. */
  questions;
  #log;

  /** @param {ChatLog} log */
  constructor(log) {
    this.#log = log;
    this.questions = new QuestionPolicy(log.facts.refusals, (refusals) => log.note({ refusals }));
  }

  /**
   * @param {Entry} entry With a file that is offered now.
   * @returns {"accept" | "ask" | "decline"} Small pictures are accepted without asking the user, up to a limit. What the
   *   user does not want is declined, and more than anybody answers.
   */
  verdictOn({ file }) {
    if (file === null || this.questions.isRefusedForGood || this.#waiting.length > MAX_OFFERS) return "decline";
    return isSmallPicture(file) && canHash && this.#takeUnasked(file.size) ? "accept" : "ask";
  }

  /**
   * @param {Entry} entry
   * @returns {boolean} Whether it is an offer that is not shown yet, since the user has just refused another one.
   */
  holds({ mine, file, at }) {
    return !mine && file?.state === "offered" && this.questions.holds(at);
  }

  /**
   * @param {number} size In bytes.
   * @returns {boolean} Whether a file may be taken without asking. It is counted, for the whole call.
   */
  #takeUnasked(size) {
    const taken = withPicture(this.#log.facts.taken, size);
    if (taken === null) return false;
    this.#log.note({ taken });
    return true;
  }

  /** @returns {Entry[]} The peer's files that wait for an answer, with the one that is offered now. */
  get #waiting() {
    return this.#log.files.filter(({ mine, file }) => !mine && file?.state === "offered");
  }
}

/**
 * @param {readonly Entry[]} files Of one meeting, in order.
 * @returns {number} How many of the own ones wait for the peer's answer: what the peer's {@link OfferPolicy} counts.
 */
export function waitingOffers(files) {
  let taken = { count: 0, bytes: 0 };
  return files.filter(({ mine, file }) => {
    if (!mine || file === null) return false;
    const next = isSmallPicture(file) ? withPicture(taken, file.size) : null;
    taken = next ?? taken;
    return next === null && file.state === "offered";
  }).length;
}

/** @param {import("./chat-log.js").FileFacts} file */
function isSmallPicture({ media, size }) {
  return isPicture(media) && size <= MAX_PICTURE_BYTES;
}

/**
 * @param {{ count: number, bytes: number }} taken Without asking.
 * @param {number} size Of another picture, in bytes.
 * @returns {{ count: number, bytes: number } | null} Null if it is one too many.
 */
function withPicture({ count, bytes }, size) {
  return count >= MAX_PICTURES || bytes + size > MAX_PICTURES_BYTES ? null : { count: count + 1, bytes: bytes + size };
}
