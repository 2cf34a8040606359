import { blocksOf, checksum, sha256 } from "./digests.js";
import { blockFrame, bytesFrame } from "./frames.js";
import { BLOCK, HIGH_MARK, LOW_MARK, PAYLOAD, WINDOW } from "./limits.js";

/**
 * @typedef {object} SenderHandlers
 * @property {(number: number) => void} onProgress More of a file is on its way.
 * @property {(number: number, digest: string) => void} onDone All of it is on its way.
 * @property {(number: number) => void} onUnreadable The file was changed, moved or removed.
 */

/** One file on its way. */
class Turn {
  next = 0;
  confirmed = 0;
  /** Bytes that are on their way or there. */
  sent = 0;
  isDone = false;
  /** @type {(Uint8Array | undefined)[]} Of the blocks, as far as they are known. */
  #digests = [];

  /** @param {Blob} file */
  constructor(file) {
    this.file = file;
    this.blocks = blocksOf(file.size);
  }

  /** Whether a block, or the end, may be sent now. */
  get isReady() {
    return !this.isDone && (this.next === this.blocks || this.next < this.confirmed + WINDOW);
  }

  /** @param {number} index */
  async read(index) {
    const bytes = new Uint8Array(await this.file.slice(index * BLOCK, (index + 1) * BLOCK).arrayBuffer());
    return { bytes, digest: (this.#digests[index] ??= await sha256(bytes)) };
  }

  async checksum() {
    const digests = [];
    for (let index = 0; index < this.blocks; index++) {
      // After a reload those that were sent before it are not known.
      digests.push(this.#digests[index] ?? (await this.read(index)).digest);
    }
    return await checksum(digests);
  }
}

/**
 * Sends files through the channel `files`, a block of each in turn, never faster than the other side keeps them and
 * the channel takes them: what waits in its buffer would be in memory.
 */
export class BlockSender {
  #channel;
  #handlers;
  /** @type {Map<number, Turn>} */
  #turns = new Map();
  #isRunning = false;
  #isEnded = false;

  /**
   * @param {RTCDataChannel} channel
   * @param {SenderHandlers} handlers
   */
  constructor(channel, handlers) {
    this.#channel = channel;
    this.#handlers = handlers;
    channel.bufferedAmountLowThreshold = LOW_MARK;
  }

  /**
   * Sends a file from a block on, also again.
   * @param {number} number Of its offer.
   * @param {Blob} file
   * @param {number} block
   */
  start(number, file, block) {
    const turn = this.#turns.get(number) ?? new Turn(file);
    if (block > turn.blocks) return;
    this.#turns.set(number, Object.assign(turn, { next: block, confirmed: block, sent: block * BLOCK, isDone: false }));
    void this.#run();
  }

  /**
   * The other side has kept so many blocks of a file.
   * @param {number} number
   * @param {number} blocks
   */
  confirm(number, blocks) {
    const turn = this.#turns.get(number);
    // More than was sent is no reason to send on.
    if (turn === undefined || blocks > turn.next) return;
    turn.confirmed = Math.max(turn.confirmed, blocks);
    void this.#run();
  }

  /**
   * @param {number} number
   * @returns {number} Bytes of a file that are on their way or there.
   */
  sent(number) {
    return this.#turns.get(number)?.sent ?? 0;
  }

  /** @param {number} number */
  stop(number) {
    this.#turns.delete(number);
  }

  /** Sends nothing more. */
  end() {
    this.#isEnded = true;
    this.#turns.clear();
  }

  async #run() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let turn = this.#nextTurn(); turn !== null; turn = this.#nextTurn()) await this.#step(...turn);
    } finally {
      this.#isRunning = false;
    }
  }

  /** @returns {[number, Turn] | null} The first that may go on. */
  #nextTurn() {
    return [...this.#turns].find(([, turn]) => turn.isReady) ?? null;
  }

  /**
   * @param {number} number
   * @param {Turn} turn
   */
  async #step(number, turn) {
    // The next one is somebody else's turn.
    this.#turns.delete(number);
    this.#turns.set(number, turn);
    try {
      if (turn.next === turn.blocks) await this.#finish(number, turn);
      else await this.#sendBlock(number, turn, turn.next++);
    } catch {
      if (!this.#goesOn(number, turn)) return;
      this.stop(number);
      this.#handlers.onUnreadable(number);
    }
  }

  /**
   * @param {number} number
   * @param {Turn} turn
   */
  async #finish(number, turn) {
    turn.isDone = true;
    const digest = await turn.checksum();
    if (this.#goesOn(number, turn) && turn.isDone) this.#handlers.onDone(number, digest);
  }

  /**
   * @param {number} number
   * @param {Turn} turn
   * @param {number} index
   */
  async #sendBlock(number, turn, index) {
    const { bytes, digest } = await turn.read(index);
    const isWanted = () => this.#goesOn(number, turn) && turn.next === index + 1;
    if (!isWanted() || !(await this.#send(blockFrame(number, index, digest)))) return;
    for (let start = 0; start < bytes.length; start += PAYLOAD) {
      // Canceled, or asked for from another place: the rest of the block is of no use.
      if (!isWanted() || !(await this.#send(bytesFrame(bytes.subarray(start, start + PAYLOAD))))) return;
      turn.sent = Math.min(index * BLOCK + start + PAYLOAD, turn.file.size);
      this.#handlers.onProgress(number);
    }
  }

  /**
   * @param {number} number
   * @param {Turn} turn
   */
  #goesOn(number, turn) {
    return !this.#isEnded && this.#turns.get(number) === turn;
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} frame
   * @returns {Promise<boolean>} Whether it is on its way.
   */
  async #send(frame) {
    if (this.#channel.bufferedAmount > HIGH_MARK) await this.#drained();
    if (this.#isEnded || this.#channel.readyState !== "open") return false;
    this.#channel.send(frame);
    return true;
  }

  async #drained() {
    const heard = new AbortController();
    await new Promise((resolve) => {
      for (const event of ["bufferedamountlow", "closing", "close"]) {
        this.#channel.addEventListener(event, resolve, { signal: heard.signal });
      }
    });
    heard.abort();
  }
}
