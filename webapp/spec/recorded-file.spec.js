import { CallRecorder } from "../js/media/call-recorder.js";
import { recordingName } from "../js/media/recording-destination.js";
import { WebmIndex } from "../js/media/webm-index.js";
import { until } from "./support.js";

/** Seconds. */
const LENGTH = 3;

/** @type {Uint8Array<ArrayBuffer>[]} What MediaRecorder has written: a picture that turns from red to green, and a tone. */
const pieces = [];

/** @param {BlobPart[]} parts */
const blobOf = (parts) => new Blob(parts, { type: "video/webm" });

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} step How many bytes arrive at once.
 */
function finished(bytes, step) {
  const index = new WebmIndex();
  for (let at = 0; at < bytes.length; at += step) index.add(bytes.subarray(at, at + step));
  return index.finish(blobOf([bytes]));
}

/** @param {Blob} file */
async function opened(file) {
  const video = Object.assign(document.createElement("video"), { muted: true, src: URL.createObjectURL(file) });
  await new Promise((resolve, reject) => Object.assign(video, { onloadeddata: resolve, onerror: reject }));
  return video;
}

/**
 * @param {HTMLVideoElement} video
 * @param {number} time Seconds.
 * @returns {Promise<"red" | "green">}
 */
async function colourAt(video, time) {
  const sought = new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
  video.currentTime = time;
  await sought;
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  context.drawImage(video, 0, 0);
  const [red = 0, green = 0] = context.getImageData(5, 5, 1, 1).data;
  return red > green ? "red" : "green";
}

describe("A recorded file", () => {
  beforeAll(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const began = performance.now();
    const drawing = setInterval(() => {
      context.fillStyle = performance.now() - began < (LENGTH * 1000) / 2 ? "red" : "lime";
      context.fillRect(0, 0, 320, 180);
    }, 40);
    const sound = new AudioContext();
    const tone = new OscillatorNode(sound);
    const out = sound.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    await new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      const stream = new MediaStream([...canvas.captureStream(25).getTracks(), ...out.stream.getTracks()]);
      const recorder = new CallRecorder(
        stream,
        async (bytes) => void pieces.push(bytes),
        () => resolve(),
      );
      void until("the end", () => performance.now() - began > LENGTH * 1000).then(() => recorder.stop());
    });
    clearInterval(drawing);
    await sound.close();
  });

  const whole = async () => new Uint8Array(await blobOf(pieces).arrayBuffer());

  it("has no length as the browser writes it", async () => {
    expect((await opened(blobOf(pieces))).duration).toBe(Infinity);
  });

  it("has its length, and can be sought in", async () => {
    const video = await opened(finished(await whole(), 50_000));
    expect(video.duration).toBeGreaterThan(LENGTH - 0.5);
    expect(video.duration).toBeLessThan(LENGTH + 0.7);
    expect(video.seekable.end(0)).toBeCloseTo(video.duration, 1);
    expect(await colourAt(video, LENGTH - 0.3)).toBe("green");
    expect(await colourAt(video, 0.3)).toBe("red");
  });

  it("is the same one however its bytes arrive", async () => {
    const bytes = await whole();
    const [one, other] = await Promise.all([finished(bytes, 1e9).arrayBuffer(), finished(bytes, 97).arrayBuffer()]);
    expect(new Uint8Array(one)).toEqual(new Uint8Array(other));
  });

  it("that breaks off ends with its last whole block", async () => {
    const bytes = await whole();
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    const video = await opened(finished(half, 10_000));
    expect(video.duration).toBeGreaterThan(0.5);
    expect(video.duration).toBeLessThan(LENGTH);
    await colourAt(video, video.duration);
    expect(video.error).toBeNull();
  });

  it("is understood however many bytes its sizes take", async () => {
    // What the index itself writes has sizes of eight bytes everywhere.
    const once = finished(await whole(), 10_000);
    const index = new WebmIndex();
    index.add(new Uint8Array(await once.arrayBuffer()));
    const again = index.finish(once);
    // What is not understood would be the very same one.
    expect(again).not.toBe(once);
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(new Uint8Array(await once.arrayBuffer()));
  });

  it("that is no WebM stays as it is", async () => {
    const bytes = new TextEncoder().encode("this is no recording, but some words that somebody has written");
    expect(await finished(bytes, 10).text()).toBe(await blobOf([bytes]).text());
    expect(finished(new Uint8Array(), 10).size).toBe(0);
  });

  it("has the person's own time in its name", () => {
    expect(recordingName("tea", new Date(2026, 0, 2, 3, 4), "video/webm;codecs=vp8,opus")).toBe(
      "tea 2026-01-02-03-04.webm",
    );
    expect(recordingName("tea", new Date(2026, 10, 12, 23, 59), "video/mp4")).toBe("tea 2026-11-12-23-59.mp4");
  });
});
