/**
 * Where a recording goes: nowhere but to this device.
 * @typedef {object} RecordingSink
 * @property {(piece: Blob) => Promise<void>} write Rejects where there is no room.
 * @property {() => Promise<void>} close Keeps what was written.
 * @property {() => Promise<void>} discard Keeps nothing.
 */

/** @typedef {(options: { suggestedName: string, types: object[] }) => Promise<FileSystemFileHandle>} SaveFilePicker */

/**
 * Lets the person choose a file where the browser has files (WICG file-system-access): it is written while it is
 * recorded. Elsewhere it is in memory until it is saved as a download. To be called from a press of a button.
 * @param {string} name Of the file, without its ending.
 * @param {string} type Of the file.
 * @param {(content: Blob, name: string) => void} save Saves what was in memory.
 * @returns {Promise<RecordingSink | null>} Null if the person has thought better of it.
 */
export async function openSink(name, type, save) {
  const [mimeType = ""] = type.split(";");
  const ending = mimeType.endsWith("mp4") ? ".mp4" : ".webm";
  const pick = /** @type {{ showSaveFilePicker?: SaveFilePicker }} */ (globalThis).showSaveFilePicker;
  if (pick !== undefined) {
    try {
      const types = mimeType === "" ? [] : [{ accept: { [mimeType]: [ending] } }];
      return await fileSink(await pick({ suggestedName: name + ending, types }));
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return null;
      // Not allowed here, as in a frame of another origin: then by way of memory.
    }
  }
  return memorySink(mimeType, (content) => save(content, name + ending));
}

/**
 * @param {FileSystemFileHandle} handle
 * @returns {Promise<RecordingSink>}
 */
async function fileSink(handle) {
  const stream = await handle.createWritable();
  return {
    write: (piece) => stream.write(piece),
    close: () => stream.close(),
    discard: async () => {
      await stream.abort();
      // The picker has made an empty file.
      await /** @type {{ remove?: () => Promise<void> }} */ (handle).remove?.();
    },
  };
}

/**
 * @param {string} type
 * @param {(content: Blob) => void} save
 * @returns {RecordingSink}
 */
function memorySink(type, save) {
  /** @type {Blob[]} */
  const pieces = [];
  return {
    write: async (piece) => void pieces.push(piece),
    close: async () => save(new Blob(pieces, { type })),
    discard: async () => void pieces.splice(0),
  };
}
