/**
 * Where a recording is written: to this device only.
 * @typedef {object} RecordingSink
 * @property {(piece: Blob) => Promise<void>} write Rejects if there is no space.
 * @property {() => Promise<void>} close Saves what was written.
 * @property {() => Promise<void>} discard Deletes what was written.
 */

/** @typedef {(options: { suggestedName: string, types: object[] }) => Promise<FileSystemFileHandle>} SaveFilePicker */

/**
 * Lets the user choose a file where the browser supports it (WICG file-system-access), and writes to it during the
 * recording. Other browsers keep the recording in memory until it is saved as a download. Needs transient user
 * activation: call it from the handler of a click.
 * @param {string} name Of the file, without its extension.
 * @param {string} type The media type; may have parameters.
 * @param {(content: Blob, name: string) => void} save Downloads a recording that was kept in memory.
 * @returns {Promise<RecordingSink | null>} Null if the user has closed the dialog.
 */
export async function openSink(name, type, save) {
  const [mimeType = ""] = type.split(";");
  const extension = mimeType.endsWith("mp4") ? ".mp4" : ".webm";
  const pick = /** @type {{ showSaveFilePicker?: SaveFilePicker }} */ (globalThis).showSaveFilePicker;
  if (pick !== undefined) {
    try {
      const types = mimeType === "" ? [] : [{ accept: { [mimeType]: [extension] } }];
      return await fileSink(await pick({ suggestedName: name + extension, types }));
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return null;
      // Not allowed, for instance in a cross-origin frame: the recording is kept in memory.
    }
  }
  return memorySink(mimeType, (content) => save(content, name + extension));
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
      // The dialog has created an empty file.
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
