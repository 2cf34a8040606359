/** Milliseconds the server may take: a restart with old credentials is better than none. */
const PATIENCE = 1_000;
/** Milliseconds in which servers count as fresh: credentials live for many minutes. */
const FRESH = 10_000;

/** The ICE servers of a visit, and fresh ones when a connection is to be mended. */
export class IceServers {
  /** @type {RTCIceServer[]} */
  current = [];

  #request;
  #takenAt = 0;
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {() => void} request Asks the server, if it can be asked now. */
  constructor(request) {
    this.#request = request;
  }

  /** @param {RTCIceServer[]} iceServers What the server sent. */
  take(iceServers) {
    this.current = iceServers;
    this.#takenAt = Date.now();
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Waits for fresh ones, but not for long: for what is asked for here, or comes with the seat that is taken again. */
  async refresh() {
    if (Date.now() - this.#takenAt < FRESH) return;
    this.#request();
    await new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, PATIENCE);
    });
  }
}
