/** Milliseconds after which the last played packet is old: a sender may send nothing during silence. */
const MAX_AGE = 600;
/** Decibels relative to full scale that count as silence. */
const SILENCE = -60;

/** The loudness of the other side, by the audio that is being played (webrtc-pc, getSynchronizationSources). */
export class RemoteAudioLevel {
  #connection;
  #lastTimestamp = 0;
  #lastAt = -Infinity;

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** @returns {number} From 0 (silence, -60 dBFS) to 1 (full scale), linear in decibels. */
  read() {
    const receiver = this.#connection.getReceivers().find(({ track }) => track.kind === "audio");
    const [source] = receiver?.getSynchronizationSources?.() ?? [];
    if (source === undefined) return 0;
    const now = performance.now();
    if (source.timestamp !== this.#lastTimestamp) {
      this.#lastTimestamp = source.timestamp;
      this.#lastAt = now;
    }
    const level = now - this.#lastAt > MAX_AGE ? 0 : (source.audioLevel ?? 0);
    return level === 0 ? 0 : Math.max(0, 1 - (20 * Math.log10(level)) / SILENCE);
  }
}
