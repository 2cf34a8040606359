import { NO_DEVICES } from "../media/device-catalogue.js";

/**
 * Where a call is. "blocked" and "moved" cannot go on without the person; everything else goes on by itself.
 * @typedef {"preparing" | "lobby" | "joining" | "waiting" | "connecting" | "connected" | "reconnecting" | "room-full"
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

/** @typedef {import("../media/device-catalogue.js").DeviceLists} DeviceLists */
/** @typedef {import("../media/device-catalogue.js").DeviceKind} DeviceKind */

/**
 * What can be chosen from, and the ids of what is used; an empty id is the browser's choice, or none.
 * @typedef {DeviceLists & { used: Readonly<Record<DeviceKind, string>>, canFlip: boolean }} DeviceChoices
 */

/** @typedef {"" | import("../protocol/messages.js").Occupancy} RoomState Empty while it is not known. */

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
 * @property {MediaStream | null} ownStream Null until the devices are there, or known to be none.
 * @property {MediaStream | null} remoteStream
 * @property {boolean} remotePicture Whether the other participant sends a picture.
 * @property {DeviceState} microphone
 * @property {DeviceState} camera
 * @property {DeviceChoices} devices
 * @property {RoomState} roomState How full the room is, seen from the lobby.
 * @property {string} ownName What the other participant is told; may be empty.
 * @property {boolean} straightIn Whether the lobby is left out the next time.
 * @property {boolean} mirrored Whether the own picture is to be shown as in a mirror.
 * @property {boolean} sharing Whether the own screen is sent in place of the camera.
 * @property {import("./other-state.js").OtherState | null} other What the other participant's client tells; null if it
 *   tells nothing.
 * @property {boolean} ownSpeaking
 * @property {boolean} otherSpeaking
 * @property {boolean} mutedTalk Whether the person talks into a muted microphone.
 * @property {import("../rtc/media-budget.js").Budget} budget How much the person wants to send and get at most.
 * @property {import("../rtc/media-budget.js").Budget | null} keptBudget What both keep to: the lower one of the two
 *   wishes. Null while one is alone.
 * @property {boolean} music Whether the sound is sent as the microphone hears it.
 * @property {import("../rtc/link-quality.js").Signal | null} received How well it goes what comes here, while connected.
 * @property {import("../rtc/link-quality.js").Signal | null} sent How well it goes what the other participant gets; null
 *   if that is not known.
 * @property {number | null} connectedAt Since when one has been connected to the other participant, in ms since 1970.
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
    received: null,
    sent: null,
    connectedAt: null,
  };
}
