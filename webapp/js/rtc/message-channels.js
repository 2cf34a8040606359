/** @typedef {{ messages: RTCDataChannel, files: RTCDataChannel }} MessageChannels */

/** Both sides make the channels themselves, as they do with the one for signals, which has the id 0. */
const MESSAGES = { negotiated: true, id: 1, ordered: true };
const FILES = { negotiated: true, id: 2, ordered: true };

/**
 * Ways for text and for files through the connection itself. Two, so that a line does not wait for a file.
 * @param {RTCPeerConnection} connection
 * @returns {MessageChannels} They close with the connection.
 */
export function openMessageChannels(connection) {
  const messages = connection.createDataChannel("messages", MESSAGES);
  const files = connection.createDataChannel("files", FILES);
  files.binaryType = "arraybuffer";
  return { messages, files };
}
