import { sha256 } from "../browser/hashing.js";
import { blockCount, checksum } from "./digests.js";
import { blockFrame, bytesFrame } from "./frames.js";
import { BLOCK_BYTES, HIGH_WATER_MARK, LOW_WATER_MARK, MAX_PAYLOAD_BYTES, WINDOW } from "./limits.js";

/**
 * @typedef {object} SenderHandlers
 * @property {(number: number) => void} onProgress More of a file is sent.
 * @property {(number: number, digest: string) => void} onDone All of it is sent.
 * @property {(number: number) => void} onUnreadable The file was changed, moved or removed.
 */

/** One file that is being sent. */
class Transfer {
  /** The block to send next. */
  next = 0;
  /** How many blocks the receiver has confirmed. */
  confirmed = 0;
  /** Bytes that were sent. */
  sent = 0;
  isDone = false;
  /** @type {(Uint8Array | undefined)[]} By block; undefined for those that were not read yet. */
  #digests = [];

  /**
   * @param {number} number Of the file's offer.
   * @param {Blob} file
   */
  constructor(number, file) {
    this.number = number;
    this.file = file;
    this.blocks = blockCount(file.size);
  }

  /** Whether the next block, or the checksum, may be sent. */
  get isReady() {
    return !this.isDone && (this.next === this.blocks || this.next < this.confirmed + WINDOW);
  }

  /** @param {number} index */
  async read(index) {
    const [start, end] = [index * BLOCK_BYTES, Math.min((index + 1) * BLOCK_BYTES, this.file.size)];
    const bytes = new Uint8Array(await this.file.slice(start, end).arrayBuffer());
    // Some browsers read what is left of a file that was shortened.
    if (bytes.length !== end - start) throw new Error("The file has changed.");
    return { bytes, digest: (this.#digests[index] ??= await sha256(bytes)) };
  }

  async checksum() {
    const digests = [];
    for (let index = 0; index < this.blocks; index++) {
      // Blocks that were sent before a reload have not been read by this page.
      digests.push(this.#digests[index] ?? (await this.read(index)).digest);
    }
    return await checksum(digests);
  }
}

/**
 * Sends files through the channel `files`, one block of each in turn. It waits for the receiver's confirmations and for
 * the channel's buffer to drain, since the buffer is in memory.
 */
export class BlockSender {
  #channel;
  #handlers;
  /** @type {Map<number, Transfer>} In the order of their turns. */
  #transfers = new Map();
  #isRunning = false;
  #isEnded = false;

  /**
   * @param {RTCDataChannel} channel
   * @param {SenderHandlers} handlers
   */
  constructor(channel, handlers) {
    this.#channel = channel;
    this.#handlers = handlers;
    channel.bufferedAmountLowThreshold = LOW_WATER_MARK;
  }

  /**
   * Sends a file from a block on. May be called again for the same file.
   * @param {number} number Of its offer.
   * @param {Blob} file
   * @param {number} block
   */
  start(number, file, block) {
    const transfer = this.#transfers.get(number) ?? new Transfer(number, file);
    if (block > transfer.blocks) return;
    Object.assign(transfer, { next: block, confirmed: block, sent: block * BLOCK_BYTES, isDone: false });
    this.#transfers.set(number, transfer);
    void this.#run();
  }

  /**
   * The receiver has stored this many blocks of a file.
   * @param {number} number
   * @param {number} blocks
   */
  confirm(number, blocks) {
    const transfer = this.#transfers.get(number);
    // A peer cannot confirm more than was sent.
    if (transfer === undefined || blocks > transfer.next) return;
    transfer.confirmed = Math.max(transfer.confirmed, blocks);
    void this.#run();
  }

  /**
   * @param {number} number
   * @returns {number} Bytes of a file that were sent.
   */
  sent(number) {
    return this.#transfers.get(number)?.sent ?? 0;
  }

  /** @param {number} number */
  stop(number) {
    this.#transfers.delete(number);
  }

  /** Sends nothing more. */
  end() {
    this.#isEnded = true;
    this.#transfers.clear();
  }

  async #run() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let transfer = this.#ready(); transfer !== undefined; transfer = this.#ready()) await this.#step(transfer);
    } finally {
      this.#isRunning = false;
    }
  }

  /** @returns {Transfer | undefined} The first one that may send. */
  #ready() {
    return [...this.#transfers.values()].find(({ isReady }) => isReady);
  }

  /** @param {Transfer} transfer */
  async #step(transfer) {
    const { number } = transfer;
    // Moves it to the end, so that the other files have their turn.
    this.#transfers.delete(number);
    this.#transfers.set(number, transfer);
    try {
      if (transfer.next === transfer.blocks) await this.#finish(transfer);
      else await this.#sendBlock(transfer, transfer.next++);
    } catch {
      if (!this.#isCurrent(transfer)) return;
      this.stop(number);
      this.#handlers.onUnreadable(number);
    }
  }

  /** @param {Transfer} transfer */
  async #finish(transfer) {
    transfer.isDone = true;
    const digest = await transfer.checksum();
    if (this.#isCurrent(transfer) && transfer.isDone) this.#handlers.onDone(transfer.number, digest);
  }

  /**
   * @param {Transfer} transfer
   * @param {number} index
   */
  async #sendBlock(transfer, index) {
    const { bytes, digest } = await transfer.read(index);
    const isWanted = () => this.#isCurrent(transfer) && transfer.next === index + 1;
    if (!isWanted() || !(await this.#send(blockFrame(transfer.number, index, digest)))) return;
    for (let start = 0; start < bytes.length; start += MAX_PAYLOAD_BYTES) {
      const end = start + MAX_PAYLOAD_BYTES;
      // Canceled, or requested again from another block: the rest of this block is not needed.
      if (!isWanted() || !(await this.#send(bytesFrame(bytes.subarray(start, end))))) return;
      transfer.sent = Math.min(index * BLOCK_BYTES + end, transfer.file.size);
      this.#handlers.onProgress(transfer.number);
    }
  }

  /** @param {Transfer} transfer */
  #isCurrent(transfer) {
    return !this.#isEnded && this.#transfers.get(transfer.number) === transfer;
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} frame
   * @returns {Promise<boolean>} Whether it was sent.
   */
  async #send(frame) {
    if (this.#channel.bufferedAmount > HIGH_WATER_MARK) await this.#drained();
    if (this.#isEnded || this.#channel.readyState !== "open") return false;
    this.#channel.send(frame);
    return true;
  }

  async #drained() {
    const listeners = new AbortController();
    await new Promise((resolve) => {
      for (const event of ["bufferedamountlow", "closing", "close"]) {
        this.#channel.addEventListener(event, resolve, { signal: listeners.signal });
      }
    });
    listeners.abort();
  }
}
