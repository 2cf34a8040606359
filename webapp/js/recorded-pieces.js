import { attempt } from "./browser/attempt.js";
import { WebmIndex } from "./media/webm-index.js";
import { isHeld } from "./messages/abandoned-files.js";
import { DiskBlockStore } from "./messages/block-store.js";
import { MAX_BYTES_IN_MEMORY } from "./messages/limits.js";
import { recordingBegins, recordingIsDone, unfinishedRecordings } from "./storage/unfinished-recordings.js";

/** @typedef {import("./storage/unfinished-recordings.js").UnfinishedRecording} UnfinishedRecording */

/** The name of the recording in its block store. */
const FILE = "recording";
/** Milliseconds in which a busy disk writes a piece. One that takes longer stays in memory, and the next one is tried. */
const WRITE_TIME = 30_000;
/** How often to look whether the page of before is gone, and the milliseconds between two looks. */
const LOOKS = { count: 8, pause: 1_000 };

/**
 * The pieces of a recording, kept on this device while it runs, so that they outlive a page that crashes or is reloaded.
 * They belong to this tab, as received files do: when it is closed, the next page removes them.
 */
export class RecordedPieces {
  #recording;
  /** @type {Promise<DiskBlockStore | null>} */
  #disk;
  /** @type {Blob[]} On disk or in memory. */
  #pieces = [];
  #bytesInMemory = 0;

  /**
   * @param {UnfinishedRecording} recording
   * @param {Promise<DiskBlockStore | null>} disk
   */
  constructor(recording, disk) {
    this.#recording = recording;
    this.#disk = disk;
  }

  /**
   * Begins a recording.
   * @param {Omit<UnfinishedRecording, "author">} facts
   */
  static begin(facts) {
    const author = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const recording = { author, ...facts };
    recordingBegins(recording);
    return new RecordedPieces(recording, DiskBlockStore.open(author));
  }

  /**
   * @param {string} room A key of room-key.js.
   * @returns {Promise<RecordedPieces[]>} What earlier pages of this tab have recorded there, and not saved for certain.
   */
  static async find(room) {
    const found = await Promise.all(unfinishedRecordings(room).map(openAgain));
    return found.filter((pieces) => pieces !== null);
  }

  /** @returns {string} The name of the file. */
  get name() {
    return this.#recording.name;
  }

  /** @returns {Promise<boolean>} Whether there is something from before. Rejects if that is not known. */
  async restore() {
    const disk = await this.#disk;
    if (disk === null) throw new DOMException("The browser stores no files.", "NotSupportedError");
    this.#pieces = await disk.readBlocks(FILE);
    return this.#pieces.length > 0;
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} bytes The next piece.
   * @returns {Promise<void>} Rejects if there is no space, neither on disk nor in memory.
   */
  async write(bytes) {
    const disk = await this.#disk;
    const store = async () => {
      if (disk === null || !(await disk.hasSpace(bytes.length))) return null;
      return await disk.writeBlock(FILE, this.#pieces.length, bytes);
    };
    const stored = await attempt(store, null, { time: WRITE_TIME });
    if (stored === null) this.#bytesInMemory += bytes.length;
    if (this.#bytesInMemory > MAX_BYTES_IN_MEMORY) throw new DOMException("No space is left.", "QuotaExceededError");
    this.#pieces.push(stored ?? new Blob([bytes]));
  }

  /**
   * @param {WebmIndex} [index] Of all pieces, where it is known. Otherwise the pieces are read for it.
   * @returns {Promise<Blob>} The recording with its length and its cues; empty if nothing was written.
   */
  async file(index) {
    const [type = ""] = this.#recording.type.split(";");
    return (index ?? (await indexOf(this.#pieces))).finish(new Blob(this.#pieces, { type }));
  }

  /** The next page does not offer them. */
  forget() {
    recordingIsDone(this.#recording.author);
  }

  /** Deletes the pieces: they are saved elsewhere, or nobody wants them. */
  async remove() {
    this.forget();
    await (await this.#disk)?.clear().catch(() => undefined);
  }
}

/**
 * @param {UnfinishedRecording} recording
 * @returns {Promise<RecordedPieces | null>} Null if there is nothing, or it cannot be read now.
 */
async function openAgain(recording) {
  // A page that crashed may hold it for a moment. A duplicated tab begins with a copy of what the other one keeps, which
  // goes on recording.
  for (let look = 0; await isHeld(recording.author); look++) {
    if (look === LOOKS.count) return null;
    await new Promise((resolve) => setTimeout(resolve, LOOKS.pause));
  }
  const pieces = new RecordedPieces(recording, DiskBlockStore.open(recording.author));
  try {
    if (await pieces.restore()) return pieces;
    await pieces.remove();
  } catch {
    // The next page tries again.
  }
  return null;
}

/** @param {readonly Blob[]} pieces */
async function indexOf(pieces) {
  const index = new WebmIndex();
  for (const piece of pieces) index.add(new Uint8Array(await piece.arrayBuffer()));
  return index;
}
