import { WebmIndex } from "./media/webm-index.js";
import { isHeld } from "./messages/abandoned-files.js";
import { BestBlockStore } from "./messages/best-block-store.js";
import { recordingBegins, recordingIsDone, unfinishedRecording } from "./storage/unfinished-recording.js";

/** The name of the recording in its block store. */
const FILE = "recording";

/**
 * The pieces of a recording, kept on this device while it runs, so that they outlive a page that crashes or is reloaded.
 * They belong to this tab, as received files do: when it is closed, the next page removes them.
 */
export class RecordedPieces {
  #recording;
  #store;
  /** @type {Blob[]} Wherever the store has put them. */
  #pieces = [];

  /** @param {import("./storage/unfinished-recording.js").UnfinishedRecording} recording */
  constructor(recording) {
    this.#recording = recording;
    this.#store = new BestBlockStore(recording.author);
  }

  /**
   * Begins a recording.
   * @param {string} name Of its file.
   * @param {string} type The media type; may have parameters.
   */
  static begin(name, type) {
    const recording = { author: crypto.getRandomValues(new Uint32Array(4)).join("-"), name, type };
    recordingBegins(recording);
    return new RecordedPieces(recording);
  }

  /** @returns {Promise<RecordedPieces | null>} What an earlier page of this tab has recorded and not saved. */
  static async find() {
    const recording = unfinishedRecording();
    if (recording === null) return null;
    // A duplicated tab begins with a copy of what the other one keeps, which goes on recording.
    if (await isHeld(recording.author)) return null;
    const found = new RecordedPieces(recording);
    found.#pieces = await found.#store.readBlocks(FILE).catch(() => []);
    if (found.#pieces.length > 0) return found;
    await found.remove();
    return null;
  }

  /** @returns {string} The name of the file. */
  get name() {
    return this.#recording.name;
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} bytes The next piece.
   * @returns {Promise<void>} Rejects if there is no space.
   */
  async write(bytes) {
    if (!(await this.#store.hasSpace(bytes.length))) throw new DOMException("No space is left.", "QuotaExceededError");
    this.#pieces.push(await this.#store.writeBlock(FILE, this.#pieces.length, bytes));
  }

  /**
   * @param {WebmIndex} [index] Of all pieces, where it is known. Otherwise the pieces are read for it.
   * @returns {Promise<Blob>} The recording with its length and its cues; empty if nothing was written.
   */
  async file(index) {
    const [type = ""] = this.#recording.type.split(";");
    return (index ?? (await indexOf(this.#pieces))).finish(new Blob(this.#pieces, { type }));
  }

  /** A page that comes back does not offer them. */
  isSaved() {
    recordingIsDone();
  }

  /** Deletes the pieces: they are saved elsewhere, or nobody wants them. */
  async remove() {
    recordingIsDone();
    await this.#store.clear().catch(() => undefined);
  }
}

/** @param {readonly Blob[]} pieces */
async function indexOf(pieces) {
  const index = new WebmIndex();
  for (const piece of pieces) index.add(new Uint8Array(await piece.arrayBuffer()));
  return index;
}
