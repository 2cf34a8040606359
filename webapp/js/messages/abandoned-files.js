import { heldLocks, holdLock } from "../browser/locks.js";
import { privateFolder } from "../browser/private-files.js";

/** The folder of all tabs in the origin private file system. */
const FOLDER = "video-chat-room";
/** A tab holds this lock with its author, for as long as it is open. */
const LOCK = "video-chat-room:files:";
/** Milliseconds for which a page may be gone that is only being reloaded. */
const RELOAD_TIME = 20_000;

/** @returns {Promise<FileSystemDirectoryHandle>} A folder for each author. */
export function filesFolder() {
  return privateFolder(FOLDER);
}

/**
 * Shows other tabs that this one is open (Web Locks). The browser releases the lock with the page, whatever ends that.
 * @param {string} author
 * @returns {Promise<boolean>} Whether they know: otherwise they would remove its files.
 */
export async function holdFiles(author) {
  let lock = holdLock(LOCK + author);
  // A page that holds a lock would not get into the browser's cache for going back.
  globalThis.addEventListener("pagehide", () => void lock.then((release) => release?.()));
  globalThis.addEventListener("pageshow", (event) => event.persisted && (lock = holdLock(LOCK + author)));
  return (await lock) !== null;
}

/**
 * Removes what tabs have received that were closed without hanging up. Every page does it when it is opened: otherwise
 * the files would stay on the device for anybody to read.
 * @param {number} [reloadTime] For tests.
 */
export async function sweepAbandonedFiles(reloadTime = RELOAD_TIME) {
  try {
    const folder = await filesFolder();
    const names = [];
    for await (const { name } of values(folder)) names.push(name);
    const gone = await unheld(names);
    if (gone.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, reloadTime));
    for (const name of await unheld(gone)) await folder.removeEntry(name, { recursive: true }).catch(() => undefined);
  } catch {
    // The browser stores no files here, or does not tell.
  }
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @returns {AsyncIterable<FileSystemHandle>}
 */
export function values(folder) {
  // Missing in this version of TypeScript's DOM library.
  return /** @type {any} */ (folder).values();
}

/**
 * @param {string} author
 * @returns {Promise<boolean>} Whether a tab that is open holds files of it.
 */
export async function isHeld(author) {
  return (await unheld([author])).length === 0;
}

/** @param {readonly string[]} authors */
async function unheld(authors) {
  const held = await heldLocks();
  return held === null ? [] : authors.filter((author) => !held.includes(LOCK + author));
}
