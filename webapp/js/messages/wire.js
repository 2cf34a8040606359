import { BLOCK_BYTES, MAX_FILE_BYTES, MAX_LINE_LENGTH, MAX_NAME_LENGTH } from "./limits.js";

/**
 * Why a transfer ended early. `canceled`: by a user. `changed`: the file is no longer the one that was offered.
 * `no-room`: the receiver has no space for it. `checksum`: the received bytes are wrong. `unreadable`: the sender
 * cannot read the file any more. `gone`: its sender or receiver has left.
 * @typedef {"canceled" | "changed" | "no-room" | "checksum" | "unreadable" | "gone"} Reason
 */

/**
 * The messages of the channel `messages`, see src/docs/protocol/messages.md. Lines and offers have a sequence number,
 * which the sender counts from 1 for each peer. The number of its offer identifies a file.
 * @typedef {{ type: "hello", version: number, author: string }
 *   | { type: "sync", received: number, first: number }
 *   | { type: "line", line: number, text: string }
 *   | { type: "offer", line: number, name: string, size: number, media: string }
 *   | { type: "received", line: number }
 *   | { type: "accept", file: number, block: number }
 *   | { type: "decline", file: number }
 *   | { type: "confirmed", file: number, blocks: number }
 *   | { type: "cancel", file: number, by: "sender" | "receiver", reason: Reason }
 *   | { type: "done", file: number, digest: string }
 *   | { type: "complete", file: number }} Message
 */

/** @typedef {Record<string, unknown>} Members */

/** @type {readonly Reason[]} */
const REASONS = ["canceled", "changed", "no-room", "checksum", "unreadable", "gone"];

/** @type {(value: unknown, min: number, max: number) => boolean} */
const isCount = (value, min, max) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;

/** @type {(value: unknown) => boolean} */
const isPositive = (value) => isCount(value, 1, 2 ** 31);

/** @type {(value: unknown) => boolean} */
const isBlock = (value) => isCount(value, 0, MAX_FILE_BYTES / BLOCK_BYTES);

/** @type {(value: unknown, maxLength: number) => boolean} */
const isText = (value, maxLength) => typeof value === "string" && value.length <= maxLength;

/** @type {Record<Message["type"], (message: Members) => boolean>} */
const VALIDATORS = {
  hello: ({ version, author }) => isPositive(version) && typeof author === "string" && /^[\w-]{16,64}$/.test(author),
  sync: ({ received, first }) => isCount(received, 0, 2 ** 31) && isPositive(first),
  line: ({ line, text }) => isPositive(line) && isText(text, MAX_LINE_LENGTH),
  offer: ({ line, name, size, media }) =>
    isPositive(line) && isText(name, MAX_NAME_LENGTH) && isCount(size, 0, MAX_FILE_BYTES) && isText(media, 100),
  received: ({ line }) => isPositive(line),
  accept: ({ file, block }) => isPositive(file) && isBlock(block),
  decline: ({ file }) => isPositive(file),
  confirmed: ({ file, blocks }) => isPositive(file) && isBlock(blocks),
  cancel: ({ file, by, reason }) =>
    isPositive(file) && (by === "sender" || by === "receiver") && REASONS.some((known) => known === reason),
  done: ({ file, digest }) => isPositive(file) && typeof digest === "string" && /^[0-9a-f]{64}$/.test(digest),
  complete: ({ file }) => isPositive(file),
};

/**
 * Reads a message of the peer, which is not trusted.
 * @param {unknown} data
 * @returns {Message | null | undefined} Null for an unknown type, which is ignored; undefined for a protocol violation.
 */
export function readMessage(data) {
  if (typeof data !== "string") return undefined;
  /** @type {unknown} */
  let message;
  try {
    message = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof message !== "object" || message === null) return undefined;
  const { type } = /** @type {Members} */ (message);
  if (typeof type !== "string") return undefined;
  if (!Object.hasOwn(VALIDATORS, type)) return null;
  const isValid = VALIDATORS[/** @type {Message["type"]} */ (type)](/** @type {Members} */ (message));
  return isValid ? /** @type {Message} */ (message) : undefined;
}
