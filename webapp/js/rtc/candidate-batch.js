/** Milliseconds within which candidates follow one another closely: ICE gathers those of a machine's own in one go. */
const BURST = 20;

/**
 * This side's candidates on their way to the other one (trickle ICE, RFC 8838): the first goes at once, and those that
 * follow it closely travel together.
 */
export class CandidateBatch {
  #deliver;
  /** @type {RTCIceCandidateInit[]} */
  #waiting = [];
  /** @type {number | undefined} Runs while a burst may be going on. */
  #timer;

  /** @param {(candidates: RTCIceCandidateInit[]) => void} deliver Gets one candidate at least, in their order. */
  constructor(deliver) {
    this.#deliver = deliver;
  }

  /** @param {RTCIceCandidateInit} candidate */
  add(candidate) {
    this.#waiting.push(candidate);
    if (this.#timer === undefined) this.flush();
  }

  /** Delivers what waits: something else is about to be sent, which must not overtake it. */
  flush() {
    if (this.#waiting.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.flush();
    }, BURST);
    this.#deliver(this.#waiting.splice(0));
  }

  /** Forgets what waits. */
  close() {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }
}
