import { sha256 } from "../browser/hashing.js";
import { BLOCK_BYTES } from "./limits.js";

/**
 * @param {number} size Of a file, in bytes.
 * @returns {number} How many blocks it has.
 */
export function blockCount(size) {
  return Math.ceil(size / BLOCK_BYTES);
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @returns {boolean}
 */
export function areEqual(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/**
 * The checksum of a file: SHA-256 over the SHA-256 of each of its blocks in order. WebCrypto cannot hash piece by
 * piece, and this needs no more than one block in memory.
 * @param {readonly Uint8Array[]} digests
 * @returns {Promise<string>} 64 hexadecimal digits.
 */
export async function checksum(digests) {
  const all = new Uint8Array(digests.length * 32);
  digests.forEach((digest, index) => all.set(digest, index * 32));
  return Array.from(await sha256(all), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
