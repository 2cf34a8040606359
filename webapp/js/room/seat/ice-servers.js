/** Milliseconds to wait for the server's answer: a restart with old credentials is better than none. */
const ANSWER_TIMEOUT = 1_000;
/** Milliseconds during which servers count as fresh; their credentials live for many minutes. */
const MAX_AGE = 10_000;

/** The ICE servers of a visit, and fresh ones before an ICE restart. */
export class IceServers {
  /** @type {RTCIceServer[]} */
  current = [];

  #request;
  #takenAt = { steady: -Infinity, wall: -Infinity };
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {() => void} request Asks the server for ICE servers, if the socket is open. */
  constructor(request) {
    this.#request = request;
  }

  /** @param {RTCIceServer[]} iceServers From the server. */
  take(iceServers) {
    this.current = iceServers;
    this.#takenAt = { steady: performance.now(), wall: Date.now() };
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Requests fresh servers unless the present ones are fresh, and waits for them, at most {@link ANSWER_TIMEOUT}. */
  async refresh() {
    if (this.#areFresh) return;
    // Without a socket the request is dropped: the servers come with the seat then.
    this.#request();
    await new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, ANSWER_TIMEOUT);
    });
  }

  /** One clock stands still in some systems while they sleep, the other one can be set. */
  get #areFresh() {
    const { steady, wall } = this.#takenAt;
    return performance.now() - steady < MAX_AGE && Math.abs(Date.now() - wall) < MAX_AGE;
  }
}
