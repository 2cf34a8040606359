import { LARGEST_FILE, LONGEST_LINE, LONGEST_MESSAGE, LONGEST_NAME, BLOCK } from "./limits.js";

/**
 * Why a transfer ended before its end. `changed`: the file is not the one it was when it was offered. `no-room`: the
 * receiver cannot keep it. `checksum`: what came is not what was sent. `gone`: who it was for has left.
 * @typedef {"canceled" | "changed" | "no-room" | "checksum" | "unreadable" | "gone"} Reason
 */

/**
 * The messages of the channel `messages`, see src/docs/protocol/messages.md. A line and an offer have a number, which
 * their writer counts up from 1 for each reader; a file is named by the number of its offer.
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

/** @type {(value: unknown, least: number, most: number) => boolean} */
const isCount = (value, least, most) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

/** @type {(value: unknown) => boolean} */
const isNumber = (value) => isCount(value, 1, 2 ** 31);

/** @type {(value: unknown) => boolean} */
const isBlock = (value) => isCount(value, 0, LARGEST_FILE / BLOCK);

/** @type {(value: unknown, longest: number) => boolean} */
const isText = (value, longest) => typeof value === "string" && value.length <= longest;

/** @type {Record<Message["type"], (message: Members) => boolean>} */
const SHAPES = {
  hello: ({ version, author }) => isNumber(version) && typeof author === "string" && /^[\w-]{16,64}$/.test(author),
  sync: ({ received, first }) => isCount(received, 0, 2 ** 31) && isNumber(first),
  line: ({ line, text }) => isNumber(line) && isText(text, LONGEST_LINE),
  offer: ({ line, name, size, media }) =>
    isNumber(line) && isText(name, LONGEST_NAME) && isCount(size, 0, LARGEST_FILE) && isText(media, 100),
  received: ({ line }) => isNumber(line),
  accept: ({ file, block }) => isNumber(file) && isBlock(block),
  decline: ({ file }) => isNumber(file),
  confirmed: ({ file, blocks }) => isNumber(file) && isBlock(blocks),
  cancel: ({ file, by, reason }) =>
    isNumber(file) && (by === "sender" || by === "receiver") && REASONS.some((known) => known === reason),
  done: ({ file, digest }) => isNumber(file) && typeof digest === "string" && /^[0-9a-f]{64}$/.test(digest),
  complete: ({ file }) => isNumber(file),
};

/**
 * Reads a message of the other side, which may be anything.
 * @param {unknown} data
 * @returns {Message | null | undefined} Null for a type that is not known, which is to be ignored; undefined for what
 *   breaks the protocol.
 */
export function readMessage(data) {
  if (typeof data !== "string" || data.length > LONGEST_MESSAGE) return undefined;
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
  if (!Object.hasOwn(SHAPES, type)) return null;
  const isRight = SHAPES[/** @type {Message["type"]} */ (type)](/** @type {Members} */ (message));
  return isRight ? /** @type {Message} */ (message) : undefined;
}
