import { attempt, attemptNow, IN_A_WHILE, inTime } from "./attempt.js";

/**
 * @returns {boolean} Whether this page can write into private files. Without `createWritable` it would need a worker,
 *   which its Content-Security-Policy forbids.
 */
export function canWriteFiles() {
  return attemptNow(() => "createWritable" in FileSystemFileHandle.prototype, false);
}

/**
 * Opens a folder of the origin private file system (OPFS).
 * @param {string} name It is created if it is missing.
 * @returns {Promise<FileSystemDirectoryHandle>} Rejects if the browser has none, or does not answer.
 */
export function privateFolder(name) {
  const open = async () => {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name, { create: true });
  };
  return inTime(open, { time: IN_A_WHILE });
}

/** @returns {Promise<number>} Bytes that may still be stored; Infinity if the browser does not tell. */
export function freeSpace() {
  return attempt(async () => {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  }, Infinity);
}
