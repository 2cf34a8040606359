import { PAYLOAD } from "./limits.js";

/**
 * A frame of the channel `files`: a block begins, or further bytes of the block that began last.
 * @typedef {{ kind: "block", file: number, block: number, digest: Uint8Array<ArrayBuffer> }
 *   | { kind: "bytes", bytes: Uint8Array<ArrayBuffer> }} Frame
 */

const BEGINS = 1;
const GOES_ON = 2;
const DIGEST = 32;
const HEAD = 9;

/**
 * @param {number} file
 * @param {number} block
 * @param {Uint8Array} digest SHA-256 of the whole block.
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function blockFrame(file, block, digest) {
  const frame = new Uint8Array(HEAD + DIGEST);
  const head = new DataView(frame.buffer);
  head.setUint8(0, BEGINS);
  head.setUint32(1, file);
  head.setUint32(5, block);
  frame.set(digest, HEAD);
  return frame;
}

/**
 * @param {Uint8Array} bytes At most {@link PAYLOAD}.
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesFrame(bytes) {
  const frame = new Uint8Array(1 + bytes.length);
  frame[0] = GOES_ON;
  frame.set(bytes, 1);
  return frame;
}

/**
 * @param {unknown} data What came, which may be anything.
 * @returns {Frame | null} Null for what is no frame.
 */
export function readFrame(data) {
  if (!(data instanceof ArrayBuffer) || data.byteLength < 2 || data.byteLength > 1 + PAYLOAD) return null;
  const head = new DataView(data);
  switch (head.getUint8(0)) {
    case BEGINS:
      if (data.byteLength !== HEAD + DIGEST) return null;
      return { kind: "block", file: head.getUint32(1), block: head.getUint32(5), digest: new Uint8Array(data, HEAD) };
    case GOES_ON:
      return { kind: "bytes", bytes: new Uint8Array(data, 1) };
    default:
      return null;
  }
}
