import { TokenBucket } from "./token-bucket.js";

/** @typedef {import("./channel-bounds.js").ChannelBounds} ChannelBounds */

/**
 * Keeps the messages of a data channel within its bounds. Call it before anything else listens to the channel: the
 * first message beyond a bound, and every one after it, reaches nobody.
 * @param {RTCDataChannel} channel
 * @param {ChannelBounds} bounds
 * @param {() => void} onExceeded Called once.
 */
export function keepWithin(channel, bounds, onExceeded) {
  const rate = new TokenBucket(bounds.burst, bounds.perSecond);
  let isExceeded = false;
  channel.addEventListener("message", (event) => {
    if (!isExceeded && isWithin(event.data, bounds) && rate.take()) return;
    event.stopImmediatePropagation();
    if (isExceeded) return;
    isExceeded = true;
    onExceeded();
  });
}

/**
 * @param {unknown} data
 * @param {ChannelBounds} bounds
 */
function isWithin(data, { type, maxLength }) {
  if (type === "text") return typeof data === "string" && data.length <= maxLength;
  return data instanceof ArrayBuffer && data.byteLength <= maxLength;
}
