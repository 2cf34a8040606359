import { pickFile } from "../browser/recording.js";

/**
 * @typedef {(content: Blob, name: string) => number} Download Saves a file with the downloads. Returns for how many
 *   milliseconds the browser still reads its content.
 */

/** Where a finished recording is saved, on this device: in a file that the person has chosen, or with the downloads. */
export class RecordingDestination {
  /** The name of the file, with its extension. */
  name;

  #download;
  #handle;

  /**
   * @param {string} name Of the file, with its extension.
   * @param {Download} download
   * @param {FileSystemFileHandle | null} [handle] Null: with the downloads.
   */
  constructor(name, download, handle = null) {
    this.name = name;
    this.#download = download;
    this.#handle = handle;
  }

  /**
   * Saves a recording. What cannot be written to the chosen file is saved with the downloads. Never rejects.
   * @param {Blob} recording
   * @returns {Promise<number>} Milliseconds for which the browser still reads it.
   */
  async save(recording) {
    if (this.#handle !== null && (await writeTo(this.#handle, recording))) return 0;
    return this.#download(recording, this.name);
  }

  /** Nothing was recorded: the dialog has created an empty file. */
  async discard() {
    // Not in every browser.
    const handle = /** @type {{ remove?: () => Promise<void> } | null} */ (this.#handle);
    await handle?.remove?.().catch(() => undefined);
  }
}

/**
 * Lets the person choose a file where the browser supports it (WICG file-system-access). Needs transient user
 * activation: call it from the handler of a click.
 * @param {string} name Of the file, with its extension.
 * @param {string} type The media type; may have parameters.
 * @param {Download} download
 * @returns {Promise<RecordingDestination | null>} Null if the person has closed the dialog.
 */
export async function chooseDestination(name, type, download) {
  const [mimeType = ""] = type.split(";");
  const types = mimeType === "" ? [] : [{ accept: { [mimeType]: [extensionOf(type)] } }];
  const picked = await pickFile({ suggestedName: name, types });
  return picked === "closed" ? null : new RecordingDestination(name, download, picked);
}

/**
 * @param {string} room
 * @param {Date} at When it begins; the name has the time of this device.
 * @param {string} type The media type; may have parameters.
 * @returns {string} With its extension.
 */
export function recordingName(room, at, type) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${room} ${day}-${two(at.getHours())}-${two(at.getMinutes())}${extensionOf(type)}`;
}

/** @param {string} type */
function extensionOf(type) {
  return type.startsWith("video/mp4") ? ".mp4" : ".webm";
}

/**
 * @param {FileSystemFileHandle} handle
 * @param {Blob} recording
 * @returns {Promise<boolean>} Whether all of it was written.
 */
async function writeTo(handle, recording) {
  try {
    const stream = await handle.createWritable();
    await stream.write(recording);
    await stream.close();
    return true;
  } catch {
    // The file is gone, or there is no space for it there.
    return false;
  }
}
