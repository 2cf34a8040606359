/**
 * What is dropped or pasted.
 * @typedef {{ files: File[], folders: string[] }} Transferred The files, and the names of folders.
 */

/**
 * Reads files before the event ends: afterwards the browser takes them away.
 * @param {DataTransfer} transfer
 * @returns {Transferred}
 */
export function filesOf(transfer) {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  if (items.length === 0) return { files: [...transfer.files], folders: [] };
  /** @type {Transferred} */
  const found = { files: [], folders: [] };
  for (const item of items) {
    const entry = typeof item.webkitGetAsEntry === "function" ? item.webkitGetAsEntry() : null;
    const file = entry?.isDirectory === true ? null : item.getAsFile();
    if (file !== null) found.files.push(file);
    else if (entry !== null) found.folders.push(entry.name);
  }
  return found;
}

/**
 * @param {DataTransfer} clipboard
 * @returns {boolean} Whether its files are meant. Some programs add a picture of the copied text; others add the names
 *   of copied files as text.
 */
export function meansFiles(clipboard) {
  if (!clipboard.types.includes("Files")) return false;
  if (!clipboard.types.includes("text/plain")) return true;
  const names = [...clipboard.files].map(({ name }) => name.normalize());
  const lines = clipboard
    .getData("text/plain")
    .normalize()
    .split(/[\r\n]+/);
  const pasted = lines.map((line) => line.trim().replace(/^.*[\\/]/, "")).filter((line) => line !== "");
  return pasted.length > 0 && pasted.every((line) => names.includes(line));
}
