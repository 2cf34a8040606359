/** Milliseconds: candidates with a smaller gap belong to one burst. ICE gathers host candidates in a burst. */
const BURST_GAP = 20;

/**
 * Batches this side's candidates on their way to the other side (trickle ICE, RFC 8838). The first one is delivered at
 * once; those that follow it closely are delivered together.
 */
export class CandidateBatch {
  #deliver;
  /** @type {RTCIceCandidateInit[]} */
  #waiting = [];
  /** @type {number | undefined} Runs while a burst may be going on. */
  #timer;

  /** @param {(candidates: RTCIceCandidateInit[]) => void} deliver Gets at least one candidate, in their order. */
  constructor(deliver) {
    this.#deliver = deliver;
  }

  /** @param {RTCIceCandidateInit} candidate */
  add(candidate) {
    this.#waiting.push(candidate);
    if (this.#timer === undefined) this.flush();
  }

  /** Delivers the waiting candidates now. Call it before sending anything that must not overtake them. */
  flush() {
    if (this.#waiting.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.flush();
    }, BURST_GAP);
    this.#deliver(this.#waiting.splice(0));
  }

  /** Drops the waiting candidates. */
  close() {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }
}
