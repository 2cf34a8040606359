/** @typedef {import("./recording-sink.js").RecordingSink} RecordingSink */

/** Milliseconds of a piece: what is lost at most when the page ends. */
const PIECE = 1_000;
/** Bits a second: a recording is looked at later, on a larger screen. */
const BITRATE = 2_500_000;
/** In the order in which a processor that is in a call as well can do them. */
const TYPES = {
  video: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"],
  audio: ["audio/webm;codecs=opus", "audio/mp4"],
};

/**
 * @param {boolean} hasPicture
 * @returns {string} A type that this browser records (RFC 6381); empty if it says of none that it does.
 */
export function recordingType(hasPicture) {
  return TYPES[hasPicture ? "video" : "audio"].find((type) => MediaRecorder.isTypeSupported(type)) ?? "";
}

/** Records a stream into a sink, piece by piece, until it is stopped or the stream ends. */
export class CallRecorder {
  #recorder;
  #sink;
  #onEnd;
  /** Pieces are written one after the other. */
  #written = Promise.resolve();
  #failed = false;

  /**
   * @param {MediaStream} stream
   * @param {RecordingSink} sink
   * @param {(saved: boolean) => void} onEnd Called once, when everything is written, or cannot be.
   * @throws {DOMException} If this browser does not record the stream.
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
    this.#recorder.start(PIECE);
  }

  /** Ends it; what was recorded is kept. */
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
        // There is no room left: what is there is kept, as far as it can be.
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
