import { blocksOf, isSame, sha256 } from "./digests.js";
import { readFrame } from "./frames.js";
import { BLOCK, MOST_TRIES, WINDOW } from "./limits.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * @typedef {object} Intake A file that is taken.
 * @property {number} size In bytes.
 * @property {number} block How many blocks are there.
 * @property {(index: number, bytes: Bytes, digest: Bytes) => Promise<void>} keep
 */

/**
 * @typedef {object} ReceiverHandlers
 * @property {(number: number) => void} onProgress More bytes of a file have come.
 * @property {(number: number, blocks: number) => void} onKept
 * @property {(number: number, block: number) => void} onAgain A block came wrong: it and what follows is wanted again.
 * @property {(number: number, reason: "checksum" | "no-room") => void} onFailed
 * @property {() => void} onBroken The other side does not keep to the protocol.
 */

/** @typedef {{ number: number, index: number, bytes: Bytes, filled: number, digest: Bytes }} Coming A block, as far as it is there. */

/** @typedef {{ intake: Intake, waiting: number, tries: number, work: Promise<void>, arrived: number }} Taking */

/**
 * Takes blocks from the channel `files`: only of files that were accepted, one after the other, each with the digest
 * that it came with, and never more than {@link WINDOW} that are not kept yet.
 */
export class BlockReceiver {
  #channel;
  #handlers;
  /** @type {Map<number, Taking>} */
  #takings = new Map();
  /** @type {Coming | null} */
  #coming = null;

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
   * @param {Intake} intake
   */
  start(number, intake) {
    this.#takings.set(number, { intake, waiting: 0, tries: 0, work: Promise.resolve(), arrived: intake.block * BLOCK });
  }

  /**
   * @param {number} number
   * @returns {number} Bytes that have come.
   */
  arrived(number) {
    return this.#takings.get(number)?.arrived ?? 0;
  }

  /** @param {number} number */
  stop(number) {
    this.#takings.delete(number);
  }

  /** Takes nothing more. */
  end() {
    this.#channel.onmessage = null;
    this.#takings.clear();
    this.#coming = null;
  }

  /** @param {unknown} data */
  #receive(data) {
    const frame = readFrame(data);
    if (frame === null) this.#break();
    else if (frame.kind === "block") this.#begin(frame);
    else if (this.#coming !== null) this.#goOn(this.#coming, frame.bytes);
  }

  /** @param {import("./frames.js").Frame & { kind: "block" }} frame */
  #begin({ file: number, block: index, digest }) {
    // What was not accepted, or was canceled while it was on its way, is passed over.
    this.#coming = null;
    const taking = this.#takings.get(number);
    if (taking === undefined) return;
    const { size } = taking.intake;
    if (index >= blocksOf(size) || taking.waiting > WINDOW) return this.#break();
    const bytes = new Uint8Array(Math.min(BLOCK, size - index * BLOCK));
    this.#coming = { number, index, bytes, filled: 0, digest };
  }

  /**
   * @param {Coming} coming
   * @param {Bytes} bytes
   */
  #goOn(coming, bytes) {
    if (coming.filled + bytes.length > coming.bytes.length) return this.#break();
    coming.bytes.set(bytes, coming.filled);
    coming.filled += bytes.length;
    const taking = this.#takings.get(coming.number);
    if (taking === undefined) return;
    taking.arrived = Math.max(taking.arrived, coming.index * BLOCK + coming.filled);
    if (coming.filled === coming.bytes.length) {
      this.#coming = null;
      taking.waiting++;
      taking.work = taking.work.then(() => this.#keep(taking, coming));
    }
    this.#handlers.onProgress(coming.number);
  }

  /**
   * @param {Taking} taking
   * @param {Coming} block
   */
  async #keep(taking, { number, index, bytes, digest }) {
    const { intake } = taking;
    const isWanted = () => this.#takings.get(number) === taking && index === intake.block;
    try {
      // After one that came wrong, those that follow come again.
      if (!isWanted()) return;
      if (!isSame(await sha256(bytes), digest)) {
        if (isWanted()) this.#askAgain(taking, number, index);
        return;
      }
      await intake.keep(index, bytes, digest);
      if (!isWanted()) return;
      intake.block++;
      taking.tries = 0;
      this.#handlers.onKept(number, intake.block);
    } catch {
      if (isWanted()) this.#fail(number, "no-room");
    } finally {
      taking.waiting--;
    }
  }

  /**
   * @param {Taking} taking
   * @param {number} number
   * @param {number} index
   */
  #askAgain(taking, number, index) {
    if (++taking.tries > MOST_TRIES) return this.#fail(number, "checksum");
    taking.arrived = index * BLOCK;
    this.#handlers.onAgain(number, index);
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
