import { MAX_PAYLOAD_BYTES } from "./limits.js";

/**
 * A frame of the channel `files`: the beginning of a block, or further bytes of the block that began last.
 * @typedef {{ kind: "block", file: number, block: number, digest: Uint8Array<ArrayBuffer> }
 *   | { kind: "bytes", bytes: Uint8Array<ArrayBuffer> }} Frame
 */

const TYPE_BLOCK = 1;
const TYPE_BYTES = 2;
const DIGEST_BYTES = 32;
const HEADER_BYTES = 9;

/**
 * @param {number} file
 * @param {number} block
 * @param {Uint8Array} digest SHA-256 of the whole block.
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function blockFrame(file, block, digest) {
  const frame = new Uint8Array(HEADER_BYTES + DIGEST_BYTES);
  const header = new DataView(frame.buffer);
  header.setUint8(0, TYPE_BLOCK);
  header.setUint32(1, file);
  header.setUint32(5, block);
  frame.set(digest, HEADER_BYTES);
  return frame;
}

/**
 * @param {Uint8Array} bytes At most {@link MAX_PAYLOAD_BYTES}.
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesFrame(bytes) {
  const frame = new Uint8Array(1 + bytes.length);
  frame[0] = TYPE_BYTES;
  frame.set(bytes, 1);
  return frame;
}

/**
 * @param {unknown} data What the peer sent; not trusted.
 * @returns {Frame | null} Null if it is not a frame.
 */
export function readFrame(data) {
  if (!(data instanceof ArrayBuffer) || data.byteLength < 2 || data.byteLength > 1 + MAX_PAYLOAD_BYTES) return null;
  const view = new DataView(data);
  switch (view.getUint8(0)) {
    case TYPE_BLOCK:
      if (data.byteLength !== HEADER_BYTES + DIGEST_BYTES) return null;
      return {
        kind: "block",
        file: view.getUint32(1),
        block: view.getUint32(5),
        digest: new Uint8Array(data, HEADER_BYTES),
      };
    case TYPE_BYTES:
      return { kind: "bytes", bytes: new Uint8Array(data, 1) };
    default:
      return null;
  }
}
