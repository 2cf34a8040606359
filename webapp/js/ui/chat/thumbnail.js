import { readPictureHeader } from "./picture-header.js";

/** Pixels of a picture that is decoded at all, 200 MB in memory, and of each of its sides. */
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 16_384;
/** What an animation may have: it is decoded again and again. */
const MAX_ANIMATED_PIXELS = 2_000_000;
const MAX_FRAMES = 500;
/** Pixels of the longer side of what is shown. */
const SIZE = 640;
/** Bytes in which the header is looked for, and all frames of an animation. */
const HEADER_BYTES = 8 * 2 ** 20;

/** Pictures are decoded one after the other. */
let work = Promise.resolve();

/**
 * Makes a small copy of a picture that somebody else has sent. What is in the file is looked at before it is decoded.
 * @param {Blob} picture
 * @returns {Promise<Blob | null>} Null for a picture that is too large to be shown, or unknown. A small animation is
 *   returned as it is.
 */
export function thumbnailOf(picture) {
  const thumbnail = work.then(() => make(picture)).catch(() => null);
  work = thumbnail.then(() => undefined);
  return thumbnail;
}

/**
 * @param {Blob} picture
 * @returns {Promise<Blob | null>}
 */
async function make(picture) {
  const header = readPictureHeader(new DataView(await picture.slice(0, HEADER_BYTES).arrayBuffer()));
  if (header === null) return null;
  const { width, height, frames } = header;
  const pixels = width * height;
  if (frames > 1) return pixels <= MAX_ANIMATED_PIXELS && frames <= MAX_FRAMES ? picture : null;
  if (pixels > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) return null;
  // The height follows, also of a picture that its file says to rotate.
  const resizeWidth = Math.max(1, Math.round(width * Math.min(1, SIZE / Math.max(width, height))));
  const bitmap = await createImageBitmap(picture, { resizeWidth, resizeQuality: "medium" });
  const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/webp"));
}
