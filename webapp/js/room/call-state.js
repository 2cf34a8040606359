import { NO_DEVICES } from "../media/device-catalogue.js";

/**
 * Where a call is. "lobby", "blocked", "moved" and "hung-up" need the person; every other phase continues by itself.
 * @typedef {"preparing" | "lobby" | "joining" | "waiting" | "connecting" | "connected" | "reconnecting" | "room-full"
 *   | "server-unreachable" | "connection-failed" | "hung-up" | "moved" | "blocked"} Phase
 */

/**
 * More about the phase: how the peer left, or that signaling is interrupted while the call goes on.
 * @typedef {"" | "left" | "connection-lost" | "removed" | "server-away" | "other-away"} Notice
 */

/**
 * Whether the local network address is hidden from the peer: as the person chose, demanded by the server, or impossible
 * because the server has no relay.
 * @typedef {"on" | "off" | "demanded" | "impossible"} HideAddress
 */

/**
 * "interrupted": the system or a key of the device mutes it, and the page cannot.
 * @typedef {"on" | "off" | "interrupted" | "absent"} DeviceState
 */

/** @typedef {import("../media/device-catalogue.js").DeviceLists} DeviceLists */
/** @typedef {import("../media/device-catalogue.js").DeviceKind} DeviceKind */

/**
 * The devices to choose from, and the ids of those in use; an empty id is the browser's choice, or none.
 * @typedef {DeviceLists & { used: Readonly<Record<DeviceKind, string>>, canFlip: boolean }} DeviceChoices
 */

/** @typedef {"" | import("../protocol/messages.js").Occupancy} RoomState Empty while unknown. */

/**
 * Everything that a page shows of a call. The object is never changed, only replaced.
 * @typedef {object} CallState
 * @property {Phase} phase
 * @property {string} reason A code of media-problem.js, "no-webrtc", or an error code of the server with `-` for `_`;
 *   empty if all is well.
 * @property {Notice} notice
 * @property {readonly import("../media/media-problem.js").Device[]} usable When blocked: the devices that work.
 * @property {number | null} retryAt When the next attempt to reach the server starts, in ms of `performance.now()`.
 * @property {number | null} since When reconnecting: since when nothing has arrived, in ms of `performance.now()`.
 * @property {"" | "direct" | "relayed"} connection How media travels while connected.
 * @property {"" | "good" | "weak"} quality Of the connection while connected.
 * @property {HideAddress} hideAddress
 * @property {boolean} hidingDenied Whether the person chose to hide the address and that is impossible.
 * @property {string} roomName In the server's canonical form once that is known.
 * @property {boolean} previewing In the lobby, or blocked there: whether the devices were asked for. Otherwise they are
 *   asked for when the person joins.
 * @property {MediaStream | null} ownStream The local video; null until the devices are there, or known to be missing.
 * @property {MediaStream | null} remoteStream
 * @property {boolean} remotePicture Whether the peer sends video.
 * @property {DeviceState} microphone
 * @property {DeviceState} camera
 * @property {DeviceChoices} devices
 * @property {RoomState} roomState How full the room is, as seen from the lobby.
 * @property {string} ownName The local name, which is announced to the peer; may be empty.
 * @property {boolean} straightIn Whether the lobby is left out the next time.
 * @property {boolean} mirrored Whether to show the local video as in a mirror.
 * @property {boolean} sharing Whether the local screen is sent in place of the camera.
 * @property {import("./peer/peer-state.js").PeerState | null} other What the peer's client announces; null if it announces
 *   nothing.
 * @property {boolean} ownSpeaking
 * @property {boolean} otherSpeaking
 * @property {boolean} mutedTalk Whether the person talks into a muted microphone.
 * @property {import("../rtc/media-budget.js").Budget} budget How much the person wants to send and receive at most.
 * @property {import("../rtc/media-budget.js").Budget | null} keptBudget What both participants keep to: the lower of their
 *   wishes. Null while there is no peer.
 * @property {boolean} music Whether the audio is sent as the microphone hears it.
 * @property {boolean} closesMuted Whether a muted microphone is closed.
 * @property {import("../rtc/link-quality.js").Signal | null} received The quality of what arrives here; null while not
 *   connected.
 * @property {import("../rtc/link-quality.js").Signal | null} sent The quality of what arrives at the peer; null if that is
 *   not known.
 * @property {number | null} connectedAt When the connection to the peer was first made, in ms of `performance.now()`; null before.
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
    previewing: false,
    ownStream: null,
    remoteStream: null,
    remotePicture: false,
    microphone: "absent",
    camera: "absent",
    devices: { ...NO_DEVICES, used: { camera: "", microphone: "", speaker: "" }, canFlip: false },
    roomState: "",
    ownName: "",
    straightIn: false,
    mirrored: true,
    sharing: false,
    other: null,
    ownSpeaking: false,
    otherSpeaking: false,
    mutedTalk: false,
    budget: "full",
    keptBudget: null,
    music: false,
    closesMuted: false,
    received: null,
    sent: null,
    connectedAt: null,
  };
}
