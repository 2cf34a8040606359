import { attemptNow } from "./attempt.js";

/** @typedef {(options: { suggestedName: string, types: object[] }) => Promise<FileSystemFileHandle>} SaveFilePicker */

/** Whether this browser records anything. */
export function hasRecorder() {
  return attemptNow(() => typeof MediaRecorder === "function", false);
}

/**
 * @param {string} type A media type (RFC 6381).
 * @returns {boolean} Whether this browser records it.
 */
export function canRecord(type) {
  return attemptNow(() => MediaRecorder.isTypeSupported(type), false);
}

/**
 * @param {MediaStream} stream
 * @param {MediaRecorderOptions} options
 * @throws {unknown} If this browser cannot record the stream.
 */
export function recorderOf(stream, options) {
  return new MediaRecorder(stream, options);
}

/**
 * Lets the person choose where a file is saved (WICG file-system-access). Needs transient user activation.
 * @param {Parameters<SaveFilePicker>[0]} options
 * @returns {Promise<FileSystemFileHandle | "closed" | null>} "closed": the person has closed the dialog. Null if there is
 *   none, as in a cross-origin frame. The person may take their time.
 */
export async function pickFile(options) {
  const { showSaveFilePicker } = /** @type {{ showSaveFilePicker?: SaveFilePicker }} */ (globalThis);
  try {
    return (await showSaveFilePicker?.(options)) ?? null;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "closed" : null;
  }
}
