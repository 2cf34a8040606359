/** @typedef {import("../media/device-catalogue.js").DeviceKind} DeviceKind */
/** @typedef {import("../room/call-state.js").CallState} CallState */

/**
 * The buttons of <problem-card> that are not links, by the action they stand for.
 * @typedef {"try-again" | "try-now" | "join-again" | "join-without" | "join-microphone" | "join-camera" | "copy-link"
 *   | "take-back" | "check-connection"} CallAction
 */

/**
 * Commands that main.js carries out, with the type of their detail.
 * @typedef {object} CallCommands
 * @property {CallAction} action
 * @property {undefined} togglemicrophone
 * @property {undefined} togglecamera
 * @property {boolean} pushtotalk Whether the key is held.
 * @property {undefined} sharescreen
 * @property {{ kind: DeviceKind, id: string }} choosedevice
 * @property {undefined} flipcamera
 * @property {string} changename
 * @property {boolean} straightin
 * @property {undefined} join
 * @property {undefined} preview
 * @property {undefined} copylink
 * @property {undefined} sharelink
 * @property {undefined} openqrcode
 * @property {undefined} openrecording
 * @property {undefined} hangup
 * @property {undefined} opensettings
 * @property {undefined} openshortcuts
 * @property {boolean} useshortcuts
 * @property {CallState["budget"]} choosebudget
 * @property {boolean} choosemusic
 * @property {boolean} closemuted Whether a muted microphone is closed.
 * @property {undefined} openstatistics
 * @property {boolean} hideaddress
 * @property {undefined} swappictures
 * @property {undefined} movepicture
 * @property {undefined} pictureinpicture
 * @property {undefined} fullscreen
 */

/**
 * Commands that chat.js carries out. The detail of most is the id of an entry.
 * @typedef {object} ChatCommands
 * @property {string} say The text.
 * @property {string} draft What is in the input now.
 * @property {File[]} sendfiles
 * @property {number} acceptfile
 * @property {number} declinefile
 * @property {undefined} declinefiles All of this call.
 * @property {number} cancelfile
 * @property {{ id: number, file: File }} choosefile
 */

/**
 * Commands that chat/chat-page.js carries out.
 * @typedef {object} ChatPageCommands
 * @property {undefined} togglechat
 * @property {undefined} closechat
 */

/**
 * Commands that recording.js carries out.
 * @typedef {object} RecordingCommands
 * @property {"call" | "own"} askrecording What to record.
 * @property {{ number: number, what: "call" | "own", allowed: boolean }} answerrecording To the question as it is shown.
 * @property {undefined} refuserecordings The peer may not ask again in this call.
 * @property {undefined} endrecording
 * @property {undefined} forbidrecording
 * @property {undefined} saverecording What a page of before has left.
 * @property {undefined} deleterecording
 */

/**
 * Commands that connection-check.js carries out.
 * @typedef {object} DoctorCommands
 * @property {"" | "devices"} check "devices": camera and microphone are tried, too.
 */

/** @typedef {CallCommands & ChatCommands & ChatPageCommands & RecordingCommands & DoctorCommands} Commands */

/** @typedef {{ [K in keyof Commands]: Commands[K] extends undefined ? K : never }[keyof Commands]} PlainCommand */

/**
 * @template C
 * @typedef {{ [K in keyof C]: (detail: C[K]) => void }} Handlers One for each command of `C`, by its name.
 */

/**
 * Dispatches a command: a CustomEvent that bubbles.
 * @template {keyof Commands} K
 * @param {EventTarget} target
 * @param {K} name
 * @param {Commands[K] extends undefined ? [] : [detail: Commands[K]]} detail
 */
export function dispatchCommand(target, name, ...detail) {
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: detail[0] }));
}

/**
 * Calls the handlers of commands. A page's script declares its handlers as {@link Handlers} of its commands, so that the
 * type check finds a command without a handler, and a handler without a command.
 * @param {EventTarget} target
 * @param {Partial<Handlers<Commands>>} handlers
 */
export function handleCommands(target, handlers) {
  // TypeScript cannot relate the detail to the handler: both belong to the same name.
  const entries = /** @type {[string, (detail: any) => void][]} */ (Object.entries(handlers));
  for (const [name, handle] of entries) {
    target.addEventListener(name, (event) => handle(event instanceof CustomEvent ? event.detail : undefined));
  }
}
