import { readPictureHeader } from "../js/ui/chat/picture-header.js";
import { thumbnailOf } from "../js/ui/chat/thumbnail.js";
import { present } from "./support.js";

/** @param {...(number | string | number[])} parts Bytes, as numbers or characters. */
const bytes = (...parts) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (one) => one.charCodeAt(0)) : part)),
  );
/** @param {number} value */
const uint32 = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
/** @param {Uint8Array<ArrayBuffer>} content */
const read = (content) => readPictureHeader(new DataView(content.buffer));

/**
 * @param {number} width
 * @param {number} height
 * @param {...number[]} chunks
 */
const png = (width, height, ...chunks) =>
  bytes(
    0x89,
    "PNG\r\n\u001a\n",
    uint32(13),
    "IHDR",
    uint32(width),
    uint32(height),
    [8, 2, 0, 0, 0],
    uint32(0),
    ...chunks,
    uint32(0),
    "IDAT",
  );

/**
 * @param {number} width
 * @param {number} height
 * @param {string} type
 */
async function drawn(width, height, type) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d")?.fillRect(0, 0, width, height);
  return present(
    await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve, type)),
  );
}

describe("The header of a picture", () => {
  it("is read from what this browser writes", async () => {
    for (const type of ["image/png", "image/jpeg", "image/webp"]) {
      const blob = await drawn(123, 45, type);
      expect(blob.type).toBe(type);
      const header = readPictureHeader(new DataView(await blob.arrayBuffer()));
      expect(header).withContext(type).toEqual({ width: 123, height: 45, frames: 1 });
    }
  });

  it("has the size and the frames of animations", () => {
    expect(read(png(16_000, 16_000))).toEqual({ width: 16_000, height: 16_000, frames: 1 });
    const animation = bytes(uint32(8), "acTL", uint32(900), uint32(0), uint32(0));
    expect(read(png(10, 10, [...animation]))).toEqual({ width: 10, height: 10, frames: 900 });
    const frame = [0x2c, 0, 0, 0, 0, 0xd0, 0x07, 10, 0, 0, 2, 1, 0, 0];
    expect(read(bytes("GIF89a", [5, 0, 5, 0, 0, 0, 0], frame, frame, 0x3b))).toEqual({
      width: 2_000,
      height: 10,
      frames: 2,
    });
    const webp = bytes(
      "RIFF",
      [40, 0, 0, 0],
      "WEBP",
      "VP8X",
      [10, 0, 0, 0],
      [2, 0, 0, 0],
      [15, 39, 0],
      [15, 39, 0],
      "ANMF",
      [0, 0, 0, 0],
    );
    expect(read(webp)).toBeNull();
  });

  it("does not lie about what a decoder would read", () => {
    const size = (/** @type {number} */ side) => [8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0];
    const frame = (/** @type {number} */ side) => [0xff, 0xc0, 0, 11, ...size(side)];
    expect(read(bytes([0xff, 0xd8], frame(100)))).toEqual({ width: 100, height: 100, frames: 1 });
    // Markers without a length, after which a decoder finds the real frame header.
    for (const marker of [0x01, 0xd0, 0xd7, 0xd8]) {
      const begin = [0xff, 0xd8, 0xff, marker, ...frame(16_000)];
      // Whoever reads a length there goes on behind that many bytes.
      const padding = Array(4 + 0xffc0 - begin.length).fill(0);
      expect(read(bytes(begin, padding, frame(100))))
        .withContext(`${marker}`)
        .toBeNull();
    }
    // Its size says that more chunks follow.
    expect(read(bytes("RIFF", [100, 0, 0, 0], "WEBPVP8X", [10, 0, 0, 0], Array(10).fill(0)))).toBeNull();
    const animation = bytes(uint32(8), "acTL", uint32(900), uint32(0), uint32(0));
    const one = bytes(uint32(8), "acTL", uint32(1), uint32(0), uint32(0));
    expect(read(png(10, 10, [...animation, ...one]))).toBeNull();
    const header = bytes(uint32(13), "IHDR", uint32(9_999), uint32(9_999), [8, 2, 0, 0, 0], uint32(0));
    expect(read(png(10, 10, [...header]))).toBeNull();
    const other = bytes([0x89], "PNG\r\n\u001a\n", uint32(13), "tEXt", uint32(10), uint32(10), Array(9).fill(0), [
      ...header,
    ]);
    expect(read(bytes([...other], uint32(0), "IDAT"))).toBeNull();
    expect(
      read(bytes(uint32(20), "ftyp", "avif", uint32(0), "mif1", uint32(20), "ispe", Array(40).fill(1))),
    ).toBeNull();
  });

  it("is none of anything else", () => {
    for (const content of [
      bytes(),
      bytes("GIF8"),
      bytes("BM", Array(60).fill(1)),
      bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
      png(0, 7),
      bytes(0xff, 0xd8, 0xff, 0xd9, Array(9).fill(0)),
      bytes(0xff, 0xd8, Array(99).fill(0xff)),
    ])
      expect(read(content)).toBeNull();
  });
});

describe("The thumbnail of a picture", () => {
  it("is small, and of a large one there is none", async () => {
    const thumbnail = present(await thumbnailOf(await drawn(3_000, 2_000, "image/png")));
    const { width, height } = await createImageBitmap(thumbnail);
    expect([width, height]).toEqual([640, 427]);
    expect(await thumbnailOf(new Blob([png(16_000, 16_000)]))).toBeNull();
    expect(await thumbnailOf(new Blob([png(1, 20_000)]))).toBeNull();
    expect(await thumbnailOf(new Blob(["no picture"], { type: "image/png" }))).toBeNull();
    // Damaged: it has a header and no more.
    expect(await thumbnailOf(new Blob([png(10, 10)]))).toBeNull();
  });
});
