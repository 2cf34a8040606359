import { CHANNEL_BOUNDS } from "../guard/channel-bounds.js";
import { keepWithin } from "../guard/guarded-channel.js";

/** @typedef {{ messages: RTCDataChannel, files: RTCDataChannel }} MessageChannels */

/** Negotiated by both sides, as the signal channel (id 0) and the state channel (id 3) are. */
const MESSAGES = { negotiated: true, id: 1, ordered: true };
const FILES = { negotiated: true, id: 2, ordered: true };

/**
 * Opens the data channels for chat and for files. There are two, so that a chat message does not wait for a file.
 * @param {RTCPeerConnection} connection
 * @param {() => void} onExceeded The other side has sent more than the bounds of one of them.
 * @returns {MessageChannels} They close with the connection.
 */
export function openMessageChannels(connection, onExceeded) {
  const messages = connection.createDataChannel("messages", MESSAGES);
  const files = connection.createDataChannel("files", FILES);
  files.binaryType = "arraybuffer";
  keepWithin(messages, CHANNEL_BOUNDS.messages, onExceeded);
  keepWithin(files, CHANNEL_BOUNDS.files, onExceeded);
  return { messages, files };
}
