/** Ids of the elements that are used (Matroska, RFC 9559, section 27.1). */
export const ID = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  referenceBlock: 0xfb,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
};

/**
 * @typedef {object} ElementHead
 * @property {number} id
 * @property {number} size Bytes of the content; Infinity if it is not known.
 * @property {number} length Bytes of the head itself.
 */

/**
 * Reads the head of an EBML element (RFC 8794, section 4).
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {ElementHead | null} Null if the bytes end within it.
 * @throws {RangeError} If it is no element.
 */
export function readHead(bytes, at) {
  const idLength = lengthOf(bytes[at]);
  const sizeAt = at + idLength;
  const sizeLength = lengthOf(bytes[sizeAt]);
  if (sizeAt >= bytes.length || sizeAt + sizeLength > bytes.length) return null;
  if (idLength > 4 || sizeLength > 8) throw new RangeError("This is no EBML element.");
  // Without the bit that marks the length: with it, a size of eight bytes would not be exact.
  const first = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength);
  const size = first * 256 ** (sizeLength - 1) + readNumber(bytes, sizeAt + 1, sizeLength - 1);
  return {
    id: readNumber(bytes, at, idLength),
    // All bits set: the size is not known (RFC 8794, section 6.2).
    size: size >= 2 ** (7 * sizeLength) - 1 ? Infinity : size,
    length: idLength + sizeLength,
  };
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {number} length At most 8.
 * @returns {number} Big-endian; exact below 2^53.
 */
export function readNumber(bytes, at, length) {
  let value = 0;
  for (let index = at; index < at + length; index++) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

/**
 * The children of an element.
 * @param {Uint8Array} content Of the element, whole.
 * @returns {{ id: number, bytes: Uint8Array, content: Uint8Array }[]} `bytes`: with the head.
 */
export function childrenOf(content) {
  const children = [];
  for (let at = 0; at < content.length;) {
    const head = readHead(content, at);
    const end = at + (head?.length ?? 0) + (head?.size ?? Infinity);
    if (head === null || end > content.length) break;
    children.push({ id: head.id, bytes: content.subarray(at, end), content: content.subarray(at + head.length, end) });
    at = end;
  }
  return children;
}

/**
 * @param {number} id
 * @param {...Uint8Array} parts Of the content.
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function element(id, ...parts) {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return joined([headOf(id, size), ...parts]);
}

/**
 * @param {number} id
 * @param {number} size Bytes of the content. It takes eight bytes, whatever it is.
 */
export function headOf(id, size) {
  const sizeBytes = numberBytes(size);
  sizeBytes[0] = 0x01;
  return joined([idBytes(id), sizeBytes]);
}

/**
 * @param {number} value An unsigned integer below 2^53.
 * @returns {Uint8Array<ArrayBuffer>} Eight bytes.
 */
export function numberBytes(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** @param {number} value */
export function floatBytes(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

/**
 * @param {readonly Uint8Array[]} parts
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @param {number} id */
function idBytes(id) {
  const bytes = numberBytes(id);
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0));
}

/**
 * @param {number} [first] The first byte of an id or a size.
 * @returns {number} Its bytes: 1 to 8, or 9 if it is neither.
 */
function lengthOf(first = 0xff) {
  return Math.clz32(first) - 23;
}
