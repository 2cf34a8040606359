import { sha256 } from "../browser/hashing.js";
import { areEqual, blockCount } from "./digests.js";
import { readFrame } from "./frames.js";
import { BLOCK_BYTES, MAX_RETRIES, WINDOW } from "./limits.js";

/** @typedef {import("./block-store.js").Bytes} Bytes */

/**
 * @typedef {object} IncomingFile A file that is being received.
 * @property {number} size In bytes.
 * @property {number} block How many blocks are stored.
 * @property {(index: number, bytes: Bytes, digest: Bytes) => Promise<void>} store Rejects if there is no space.
 */

/**
 * @typedef {object} ReceiverHandlers
 * @property {(number: number) => void} onProgress More bytes of a file have arrived.
 * @property {(number: number, blocks: number) => void} onStored So many blocks are verified and stored.
 * @property {(number: number, block: number) => void} onRetry All blocks from this one on have to be sent again.
 * @property {(number: number, reason: "checksum" | "no-room") => void} onFailed
 * @property {() => void} onBroken The peer violates the protocol.
 */

/** @typedef {{ number: number, index: number, bytes: Bytes, filled: number, digest: Bytes }} PartialBlock */

/**
 * @typedef {object} Transfer
 * @property {IncomingFile} file
 * @property {number} waiting Blocks that have arrived and are not stored yet.
 * @property {number} tries How often the next block was wrong.
 * @property {Promise<void>} work Stores one block after the other.
 * @property {number} arrived In bytes.
 */

/**
 * Receives blocks from the channel `files`, of accepted files only. Each block is checked against its digest. A peer
 * that has more than {@link WINDOW} + 1 blocks of a file waiting violates the protocol.
 */
export class BlockReceiver {
  #channel;
  #handlers;
  /** @type {Map<number, Transfer>} By the number of the file's offer. */
  #transfers = new Map();
  /** @type {PartialBlock | null} */
  #partial = null;

  /**
   * @param {RTCDataChannel} channel
   * @param {ReceiverHandlers} handlers
   */
  constructor(channel, handlers) {
    this.#channel = channel;
    this.#handlers = handlers;
    channel.onmessage = ({ data }) => this.#receive(data);
  }

  /**
   * @param {number} number Of the file's offer.
   * @param {IncomingFile} file
   */
  start(number, file) {
    const arrived = file.block * BLOCK_BYTES;
    this.#transfers.set(number, { file, waiting: 0, tries: 0, work: Promise.resolve(), arrived });
  }

  /**
   * @param {number} number
   * @returns {number} Bytes that have arrived.
   */
  arrived(number) {
    return this.#transfers.get(number)?.arrived ?? 0;
  }

  /** @param {number} number */
  stop(number) {
    this.#transfers.delete(number);
  }

  /** Receives nothing more. */
  end() {
    this.#channel.onmessage = null;
    this.#transfers.clear();
    this.#partial = null;
  }

  /** @param {unknown} data */
  #receive(data) {
    const frame = readFrame(data);
    if (frame === null) this.#break();
    else if (frame.kind === "block") this.#beginBlock(frame);
    else if (this.#partial !== null) this.#append(this.#partial, frame.bytes);
  }

  /** @param {import("./frames.js").Frame & { kind: "block" }} frame */
  #beginBlock({ file: number, block: index, digest }) {
    this.#partial = null;
    const transfer = this.#transfers.get(number);
    // Not accepted, or canceled while it was in flight.
    if (transfer === undefined) return;
    const { size } = transfer.file;
    if (index >= blockCount(size) || transfer.waiting > WINDOW) return this.#break();
    const bytes = new Uint8Array(Math.min(BLOCK_BYTES, size - index * BLOCK_BYTES));
    this.#partial = { number, index, bytes, filled: 0, digest };
  }

  /**
   * @param {PartialBlock} partial
   * @param {Bytes} bytes
   */
  #append(partial, bytes) {
    if (partial.filled + bytes.length > partial.bytes.length) return this.#break();
    partial.bytes.set(bytes, partial.filled);
    partial.filled += bytes.length;
    const transfer = this.#transfers.get(partial.number);
    if (transfer === undefined) return;
    transfer.arrived = Math.max(transfer.arrived, partial.index * BLOCK_BYTES + partial.filled);
    if (partial.filled === partial.bytes.length) {
      this.#partial = null;
      transfer.waiting++;
      transfer.work = transfer.work.then(() => this.#store(transfer, partial));
    }
    this.#handlers.onProgress(partial.number);
  }

  /**
   * @param {Transfer} transfer
   * @param {PartialBlock} block With all of its bytes.
   */
  async #store(transfer, { number, index, bytes, digest }) {
    const { file } = transfer;
    const isNext = () => this.#transfers.get(number) === transfer && index === file.block;
    try {
      // After a wrong block, those that were in flight behind it are sent again.
      if (!isNext()) return;
      const actual = await sha256(bytes).catch(() => null);
      if (actual === null) {
        if (isNext()) this.#fail(number, "checksum");
        return;
      }
      if (!areEqual(actual, digest)) {
        if (isNext()) this.#retry(transfer, number, index);
        return;
      }
      await file.store(index, bytes, digest);
      if (!isNext()) return;
      file.block++;
      transfer.tries = 0;
      this.#handlers.onStored(number, file.block);
    } catch {
      if (isNext()) this.#fail(number, "no-room");
    } finally {
      transfer.waiting--;
    }
  }

  /**
   * @param {Transfer} transfer
   * @param {number} number
   * @param {number} index
   */
  #retry(transfer, number, index) {
    if (++transfer.tries > MAX_RETRIES) return this.#fail(number, "checksum");
    transfer.arrived = index * BLOCK_BYTES;
    this.#handlers.onRetry(number, index);
  }

  /**
   * @param {number} number
   * @param {"checksum" | "no-room"} reason
   */
  #fail(number, reason) {
    this.stop(number);
    this.#handlers.onFailed(number, reason);
  }

  #break() {
    this.end();
    this.#handlers.onBroken();
  }
}
