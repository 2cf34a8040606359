import { canRecord, recorderOf } from "../browser/recording.js";
import { WebmIndex } from "./webm-index.js";

/** Milliseconds of one piece: a page that ends loses at most this much. */
const PIECE_DURATION = 1_000;
/** Bits per second: a recording may be watched on a larger screen. */
const BITRATE = 2_500_000;
/** The cheapest to encode first, as the processor is busy with the call. */
const TYPES = ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];

/** @typedef {(bytes: Uint8Array<ArrayBuffer>) => Promise<void>} WritePiece Rejects if there is no space. */

/** @returns {string} A media type that this browser can record (RFC 6381); empty if it supports none of ours. */
export function recordingType() {
  return TYPES.find(canRecord) ?? "";
}

/** Records a stream in pieces until it is stopped or the stream ends. */
export class CallRecorder {
  /** What was written, for the file that is made of it. */
  index = new WebmIndex();

  #recorder;
  #write;
  #onEnd;
  /** @type {Blob[]} What waits for the disk. A slow one gets several pieces at once. */
  #waiting = [];
  /** @type {Promise<void> | null} While something is being written. */
  #writing = null;
  #failed = false;

  /**
   * @param {MediaStream} stream
   * @param {WritePiece} write
   * @param {(isWhole: boolean) => void} onEnd Called once. True if every piece was written.
   * @throws {DOMException} If this browser cannot record the stream.
   */
  constructor(stream, write, onEnd) {
    const mimeType = recordingType();
    this.#write = write;
    this.#onEnd = onEnd;
    this.#recorder = recorderOf(stream, {
      ...(mimeType === "" ? {} : { mimeType }),
      videoBitsPerSecond: BITRATE,
    });
    this.#recorder.ondataavailable = ({ data }) => this.#take(data);
    this.#recorder.onerror = () => this.stop();
    this.#recorder.onstop = () => void Promise.resolve(this.#writing).then(() => this.#onEnd(!this.#failed));
    this.#recorder.start(PIECE_DURATION);
  }

  /** Ends the recording and keeps what was recorded. */
  stop() {
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
  }

  /** @param {Blob} piece */
  #take(piece) {
    if (piece.size > 0) this.#waiting.push(piece);
    this.#writing ??= this.#writeWaiting().finally(() => (this.#writing = null));
  }

  async #writeWaiting() {
    while (this.#waiting.length > 0 && !this.#failed) {
      try {
        const bytes = new Uint8Array(await new Blob(this.#waiting.splice(0)).arrayBuffer());
        await this.#write(bytes);
        this.index.add(bytes);
      } catch {
        // No space is left: what was written is kept.
        this.#failed = true;
        this.stop();
      }
    }
  }
}
