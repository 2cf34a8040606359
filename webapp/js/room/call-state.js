/**
 * Where a call is. "blocked" and "moved" cannot go on without the person; everything else goes on by itself.
 * @typedef {"preparing" | "joining" | "waiting" | "connecting" | "connected" | "reconnecting" | "room-full"
 *   | "server-unreachable" | "connection-failed" | "hung-up" | "moved" | "blocked"} Phase
 */

/**
 * What is special about the present phase: how the other participant left, or that signaling is away while media flows.
 * @typedef {"" | "left" | "connection-lost" | "removed" | "server-away" | "other-away"} Notice
 */

/**
 * Whether the own network address is hidden from the other participant: wished for or not, demanded by the server, or
 * impossible for want of a relay.
 * @typedef {"on" | "off" | "demanded" | "impossible"} HideAddress
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
 * @property {number | null} since When reconnecting: since when nothing arrives, in ms since 1970.
 * @property {"" | "direct" | "relayed"} connection How media travels while connected.
 * @property {"" | "good" | "weak"} quality Of the connection while connected.
 * @property {HideAddress} hideAddress
 * @property {boolean} hidingDenied Whether hiding the address was wished for and cannot be.
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
    since: null,
    connection: "",
    quality: "",
    hideAddress: "off",
    hidingDenied: false,
    roomName,
    ownStream: null,
    remoteStream: null,
    remotePicture: false,
    microphone: "absent",
    camera: "absent",
  };
}
