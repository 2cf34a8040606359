/**
 * Where a call is. "blocked" cannot go on without the person; everything else goes on by itself.
 * @typedef {"preparing" | "joining" | "waiting" | "connecting" | "connected" | "room-full" | "server-unreachable"
 *   | "connection-failed" | "hung-up" | "blocked"} Phase
 */

/**
 * What is special about the present phase: how the other participant left, or that a connection is being mended.
 * @typedef {"" | "left" | "connection-lost" | "removed" | "interrupted" | "seat-held"} Notice
 */

/** @typedef {"on" | "off" | "absent"} DeviceState */

/**
 * Everything a page shows of a call. Never changed, only replaced.
 * @typedef {object} CallState
 * @property {Phase} phase
 * @property {string} reason A code of media-problem.js, "no-webrtc", or an error code of the server with `-` for `_`;
 *   empty if all is well.
 * @property {Notice} notice
 * @property {readonly import("../media/media-problem.js").Device[]} usable When blocked: what works without the rest.
 * @property {number | null} retryAt When the next attempt to reach the server starts, in ms since 1970.
 * @property {string} roomName The server's canonical form as soon as it is known.
 * @property {MediaStream | null} ownStream
 * @property {MediaStream | null} remoteStream
 * @property {boolean} remotePicture Whether the other participant sends a picture.
 * @property {DeviceState} microphone
 * @property {DeviceState} camera
 */

/**
 * @param {string} roomName
 * @returns {CallState}
 */
export function initialState(roomName) {
  return {
    phase: "preparing",
    reason: "",
    notice: "",
    usable: [],
    retryAt: null,
    roomName,
    ownStream: null,
    remoteStream: null,
    remotePicture: false,
    microphone: "absent",
    camera: "absent",
  };
}
