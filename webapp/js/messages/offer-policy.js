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
    const isSmallPicture = isPicture(file.media) && file.size <= MAX_PICTURE_BYTES && canHash;
    return isSmallPicture && this.#takeUnasked(file.size) ? "accept" : "ask";
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
    const { count, bytes } = this.#log.facts.taken;
    if (count >= MAX_PICTURES || bytes + size > MAX_PICTURES_BYTES) return false;
    this.#log.note({ taken: { count: count + 1, bytes: bytes + size } });
    return true;
  }

  /** @returns {Entry[]} The peer's files that wait for an answer, with the one that is offered now. */
  get #waiting() {
    return this.#log.files.filter(({ mine, file }) => !mine && file?.state === "offered");
  }
}
