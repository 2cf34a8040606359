/** @typedef {import("./recording-sink.js").RecordingSink} RecordingSink */

/** Milliseconds of one piece: a page that ends loses at most this much. */
const PIECE_DURATION = 1_000;
/** Bits per second: a recording may be watched on a larger screen. */
const BITRATE = 2_500_000;
/** The cheapest to encode first, as the processor is busy with the call. */
const TYPES = {
  video: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"],
  audio: ["audio/webm;codecs=opus", "audio/mp4"],
};

/**
 * @param {boolean} hasPicture
 * @returns {string} A media type that this browser can record (RFC 6381); empty if it supports none of ours.
 */
export function recordingType(hasPicture) {
  return TYPES[hasPicture ? "video" : "audio"].find((type) => MediaRecorder.isTypeSupported(type)) ?? "";
}

/** Records a stream into a sink until it is stopped or the stream ends. */
export class CallRecorder {
  #recorder;
  #sink;
  #onEnd;
  /** The pieces so far: one is written after the other. */
  #written = Promise.resolve();
  #failed = false;

  /**
   * @param {MediaStream} stream
   * @param {RecordingSink} sink
   * @param {(saved: boolean) => void} onEnd Called once. True if everything was written.
   * @throws {DOMException} If this browser cannot record the stream.
   */
  constructor(stream, sink, onEnd) {
    const mimeType = recordingType(stream.getVideoTracks().length > 0);
    this.#sink = sink;
    this.#onEnd = onEnd;
    this.#recorder = new MediaRecorder(stream, {
      ...(mimeType === "" ? {} : { mimeType }),
      videoBitsPerSecond: BITRATE,
    });
    this.#recorder.ondataavailable = ({ data }) => this.#write(data);
    this.#recorder.onerror = () => this.stop();
    this.#recorder.onstop = () => void this.#finish();
    this.#recorder.start(PIECE_DURATION);
  }

  /** Ends the recording and keeps what was recorded. */
  stop() {
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
  }

  /** @param {Blob} piece */
  #write(piece) {
    this.#written = this.#written.then(async () => {
      if (this.#failed || piece.size === 0) return;
      try {
        await this.#sink.write(piece);
      } catch {
        // No space is left: the sink keeps what was written.
        this.#failed = true;
        this.stop();
      }
    });
  }

  async #finish() {
    await this.#written;
    try {
      await this.#sink.close();
    } catch {
      this.#failed = true;
    }
    this.#onEnd(!this.#failed);
  }
}
