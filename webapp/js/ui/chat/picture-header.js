/**
 * What a picture's file says of itself, read before the picture is decoded. It does not decode anything, and there is no
 * library for it that the build could use without Node.
 * @typedef {object} PictureHeader
 * @property {number} width In pixels; the largest one, if there are several.
 * @property {number} height
 * @property {number} frames 1 for a picture that stands still.
 */

/** @typedef {(view: DataView) => PictureHeader | null} Reader */

/** Parts of a file that are looked at, in all. */
const MAX_PARTS = 20_000;

/** @type {readonly [magic: (view: DataView) => boolean, read: Reader][]} */
const FORMATS = [
  [(view) => text(view, 1, 3) === "PNG", readPng],
  [(view) => view.getUint16(0) === 0xffd8, readJpeg],
  [(view) => text(view, 0, 4) === "GIF8", readGif],
  [(view) => text(view, 0, 4) === "RIFF" && text(view, 8, 4) === "WEBP", readWebp],
];

/**
 * Reads the header of a PNG, JPEG, GIF or WebP. Browsers show a picture as what it is, whatever its name says.
 * @param {DataView} view The beginning of the file; of an animation, all of it.
 * @returns {PictureHeader | null} Null if it is another format, damaged, or has more parts than a picture needs.
 */
export function readPictureHeader(view) {
  try {
    const header = FORMATS.find(([magic]) => magic(view))?.[1](view) ?? null;
    return header !== null && header.width > 0 && header.height > 0 ? header : null;
  } catch (error) {
    // Read beyond its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * PNG (W3C, third edition): the header is the first chunk. `acTL` has the number of frames and comes before the data.
 * @type {Reader}
 */
function readPng(view) {
  let frames = 0;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  for (let at = 8, part = 0; part < MAX_PARTS; part++) {
    const [length, type] = [view.getUint32(at), text(view, at + 4, 4)];
    if ((type === "IHDR" && part > 0) || (type === "acTL" && frames > 0)) return null;
    if (type === "acTL") frames = Math.max(1, view.getUint32(at + 8));
    if (type === "IDAT" || type === "IEND") return { width, height, frames: Math.max(1, frames) };
    at += 12 + length;
  }
  return null;
}

/**
 * JPEG (ITU-T T.81, annex B): the size is in the frame header, SOF0 to SOF15.
 * @type {Reader}
 */
function readJpeg(view) {
  for (let at = 2, part = 0; part < MAX_PARTS; part++) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at++;
    } else if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), frames: 1 };
    } else if (marker <= 0xff01 || (marker >= 0xffd0 && marker <= 0xffda)) {
      // Markers without a length belong to the data, which comes after the frame header.
      return null;
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}

/**
 * GIF (version 89a): a frame may be larger than the screen, and has a descriptor of its own.
 * @type {Reader}
 */
function readGif(view) {
  let [width, height, frames] = [view.getUint16(6, true), view.getUint16(8, true), 0];
  let at = 13 + colorTableLength(view.getUint8(10));
  for (let part = 0; part < MAX_PARTS; part++) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) return { width, height, frames: Math.max(1, frames) };
    if (kind === 0x2c) {
      frames++;
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
      at += 11 + colorTableLength(view.getUint8(at + 9));
    } else if (kind === 0x21) {
      at += 2;
    } else {
      return null;
    }
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at++;
  }
  return null;
}

/** @param {number} flags */
function colorTableLength(flags) {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/**
 * WebP (RFC 9649): VP8X has the size of the canvas; the chunks of frames have their own.
 * @type {Reader}
 */
function readWebp(view) {
  let [width, height, frames] = [0, 0, 0];
  const end = 8 + view.getUint32(4, true);
  for (let at = 12, part = 0; part < MAX_PARTS; part++) {
    if (at + 8 > end) return { width, height, frames: Math.max(1, frames) };
    const [type, length] = [text(view, at, 4), view.getUint32(at + 4, true)];
    const size = webpSize(view, at + 8, type);
    width = Math.max(width, size.width);
    height = Math.max(height, size.height);
    if (type === "ANMF") frames++;
    at += 8 + length + (length % 2);
  }
  return null;
}

/**
 * @param {DataView} view
 * @param {number} at Where the chunk's content begins.
 * @param {string} type
 */
function webpSize(view, at, type) {
  if (type === "VP8X") return { width: 1 + uint24(view, at + 4), height: 1 + uint24(view, at + 7) };
  if (type === "ANMF") return { width: 1 + uint24(view, at + 6), height: 1 + uint24(view, at + 9) };
  if (type === "VP8 ")
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff };
  if (type === "VP8L") {
    const bits = view.getUint32(at + 1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return { width: 0, height: 0 };
}

/**
 * @param {DataView} view
 * @param {number} at
 */
function uint24(view, at) {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {number} length
 */
function text(view, at, length) {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
}
