import { BLOCK } from "./limits.js";

/**
 * @param {BufferSource} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>} SHA-256.
 */
export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** Whether this page can hash: browsers let secure pages only. */
export const canHash = globalThis.crypto?.subtle !== undefined;

/**
 * @param {number} size Of a file, in bytes.
 * @returns {number} Of blocks.
 */
export function blocksOf(size) {
  return Math.ceil(size / BLOCK);
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @returns {boolean}
 */
export function isSame(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/**
 * The checksum of a file: SHA-256 over the SHA-256 of each of its blocks, one after the other. WebCrypto cannot hash
 * bit by bit, and so nothing larger than a block need be in memory.
 * @param {readonly Uint8Array[]} digests
 * @returns {Promise<string>} In hexadecimal digits.
 */
export async function checksum(digests) {
  const all = new Uint8Array(digests.length * 32);
  digests.forEach((digest, index) => all.set(digest, index * 32));
  return Array.from(await sha256(all), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
