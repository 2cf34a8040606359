import { spell } from "./room-spelling.js";

/**
 * Identifies a room of a server, for what this device keeps of it.
 * @param {URL} server Any address of the server, always the same one.
 * @param {string} roomName As in the page's address.
 * @returns {string}
 */
export function roomKey(server, roomName) {
  return `${server.href}#${spell(roomName)}`;
}
