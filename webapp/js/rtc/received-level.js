/** Milliseconds after which what was played is old: silence may be sent as nothing at all. */
const OLD = 600;
/** Decibels below full scale that count as silence. */
const FLOOR = -60;

/** How loud the other side is, by what is being played (W3C webrtc-pc, getSynchronizationSources). */
export class ReceivedLevel {
  #connection;
  #lastTimestamp = 0;
  #lastAt = -Infinity;

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** @returns {number} From 0, silence, to 1, full scale; even steps are even steps in decibels. */
  read() {
    const receiver = this.#connection.getReceivers().find(({ track }) => track.kind === "audio");
    const [source] = receiver?.getSynchronizationSources?.() ?? [];
    if (source === undefined) return 0;
    const now = performance.now();
    if (source.timestamp !== this.#lastTimestamp) {
      this.#lastTimestamp = source.timestamp;
      this.#lastAt = now;
    }
    const level = now - this.#lastAt > OLD ? 0 : (source.audioLevel ?? 0);
    return level === 0 ? 0 : Math.max(0, 1 - (20 * Math.log10(level)) / FLOOR);
  }
}
