/**
 * What the user is shown of a connection.
 * - "connecting": there has been no connection yet.
 * - "connected": media may flow.
 * - "reconnecting": there was a connection, and it is being restored.
 * - "failed": there has been no connection for so long that it may not work at all. ICE restarts go on.
 * @typedef {"connecting" | "connected" | "reconnecting" | "failed"} ConnectionHealth
 */

/** Milliseconds a first connection may take. With unreachable relays only, a browser never reports "failed" itself. */
const CONNECTING_TIMEOUT = 20_000;
/** Milliseconds of silence after which a broken connection is shown as failed. */
const RECONNECTING_TIMEOUT = 30_000;

/**
 * Derives the health that the user is shown. It follows a fault more slowly than the ICE restarts do: a short gap is
 * repaired before the user is informed.
 */
export class HealthIndicator {
  /** @type {ConnectionHealth} */
  value = "connecting";
  /** @type {number | null} When something last arrived, in ms of `performance.now()`; null while the connection works. */
  troubledSince = null;

  #startedAt = performance.now();

  /**
   * Whether the time for a first connection is over.
   * @param {number} now In ms of `performance.now()`.
   */
  isConnectingTooLong(now) {
    return now - this.#startedAt >= CONNECTING_TIMEOUT;
  }

  /**
   * @param {object} connection
   * @param {boolean} connection.wasConnected Whether it has been connected at any time.
   * @param {boolean} connection.isBroken Whether ICE is being restarted.
   * @param {boolean} connection.works Whether it is connected and the silence, if any, is not noticeable.
   * @param {number} connection.lastInboundAt When something last arrived, in ms of `performance.now()`.
   * @param {number} now In ms of `performance.now()`.
   * @returns {boolean} Whether the health has changed.
   */
  update({ wasConnected, isBroken, works, lastInboundAt }, now) {
    const before = this.value;
    if (!wasConnected) {
      this.value = this.isConnectingTooLong(now) ? "failed" : "connecting";
    } else if (works) {
      this.troubledSince = null;
      this.value = "connected";
    } else if (isBroken) {
      this.troubledSince ??= Math.min(lastInboundAt, now);
      this.value = now - this.troubledSince >= RECONNECTING_TIMEOUT ? "failed" : "reconnecting";
    }
    return this.value !== before;
  }
}
