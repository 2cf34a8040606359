/**
 * Every sentence that a person reads, by key: English is complete, and says which keys there are. A sentence with a
 * number in it may have a form for each of the language's plural categories (Intl.PluralRules).
 */
const texts = {
  "title.room": "{room} – Video Chat Room",

  "status.preparing": "Please allow the camera and the microphone.",
  "status.joining": "Joining the room…",
  "status.waiting": "You are alone here. Waiting for the other person.",
  "status.waiting.left": "The other person has left. Waiting in case somebody comes.",
  "status.waiting.connection-lost": "The other person’s connection was lost. Waiting for them to come back.",
  "status.waiting.removed": "The server has closed the other person’s connection. Waiting for them to come back.",
  "status.connecting": "The other person is here. Connecting…",
  "status.connected": "Connected",
  "status.connected.direct": "Connected directly",
  "status.connected.relayed": "Connected through a relay",
  "status.connected.weak": "Connected, but the connection is weak",
  "status.reconnecting": "Reconnecting to the other person…",
  "status.room-full": "Waiting for a free place.",
  "status.server-unreachable": "Trying to reach the server…",
  "status.connection-failed": "Still trying to connect…",
  "status.moved": "The call goes on in another tab or window.",
  "status.hung-up": "You have left the call.",
  "status.blocked": "The call cannot begin yet.",

  "note.camera-missing": "No camera was found: the other person only hears you.",
  "note.microphone-missing": "No microphone was found: the other person only sees you.",
  "note.no-devices": "No camera and no microphone were found: you can watch and listen.",
  "note.server-away": "The server cannot be reached; the call goes on without it.",
  "note.other-away": "The other person’s contact to the server is interrupted; the call goes on.",
  "note.hiding-denied": "Your address is not hidden: this server has no relay.",
  "note.report-copied": "The report is copied.",
  "note.report-not-copied": "The browser did not allow copying. Select the report and copy it yourself.",
  "note.link-copied": "The link is copied.",
  "note.link-not-copied": "The browser did not allow copying. Select the link and copy it yourself.",

  "title.permission-refused": "Camera and microphone are not allowed",
  "problem.permission-refused":
    "Your browser or your system does not let this page use them. Allow both beside the page’s address or in your " +
    "system’s settings, then try again.",
  "title.device-busy": "The camera or the microphone is busy",
  "problem.device-busy": "Another program may be using it. Close that program, then try again.",
  "title.media-failed": "Camera and microphone did not start",
  "problem.media-failed": "The browser gave no reason. Try again, or join without them.",
  "title.insecure-origin": "This page is not opened securely",
  "problem.insecure-origin":
    "Browsers give camera and microphone only to pages opened with https:// or on localhost. Open this page with " +
    "https://, or join to watch and listen.",
  "title.no-webrtc": "This browser cannot hold video calls",
  "problem.no-webrtc": "Open the link in a current Firefox, Chrome, Edge or Safari.",
  "title.invalid-room-name": "There can be no room of this name",
  "problem.invalid-room-name": "A room name holds letters, digits, - and _, from 1 to 64 of them.",
  "title.room-full": "This room is occupied",
  "problem.room-full":
    "Two people are talking in it. You may wait here: you come in by yourself as soon as one of them leaves.",
  "title.server-unreachable": "The server cannot be reached",
  "problem.server-unreachable": "Check your network. This page keeps trying.",
  "countdown.seconds": { one: "Next attempt in {seconds} second", other: "Next attempt in {seconds} seconds" },
  "countdown.now": "Trying now…",
  "title.connection-failed": "No connection to the other person",
  "problem.connection-failed":
    "A firewall or a weak network may be in the way. This page keeps trying; another network may help.",
  "problem.connection-failed.no-relay":
    "No direct way was found, and this server has no relay (TURN) for such a case, which its operator can add. This " +
    "page keeps trying; another network may help.",
  "problem.connection-failed.server-away":
    "Neither the other person nor the server can be reached: it may be your network. This page keeps trying.",
  "problem.connection-failed.other-away":
    "The server cannot reach the other person either: it may be their network. This page keeps trying.",
  "title.moved": "The call goes on in another tab or window",
  "problem.moved": "This tab has given its place to the other one. Camera and microphone are off here.",
  "title.hung-up": "You have left the call",
  "problem.hung-up": "Camera and microphone are off.",
  "title.too-many-rooms": "The server is full",
  "problem.too-many-rooms": "It takes no further rooms at the moment. Try again in a while.",
  "title.too-many-messages": "The server asks to slow down",
  "problem.too-many-messages": "It got too many messages from this page. Wait a moment, then try again.",
  "title.message-too-large": "A message was too large",
  "problem.message-too-large": "The server did not pass it on to the other person. Try again.",
  "title.server-error": "The server refused a message",
  "problem.server-error": "Something went wrong between this page and the server ({reason}). Try again.",

  "stage.own": "Your own picture",
  "stage.remote": "The other person",
  "stage.no-own-picture": "You send no picture",
  "stage.own-picture-off": "Your camera is off",
  "stage.no-remote-picture": "The other person sends no picture",

  "action.mute": "Mute microphone",
  "action.camera-off": "Turn camera off",
  "action.hang-up": "Hang up",
  "action.copy-link": "Copy link",
  "action.try-again": "Try again",
  "action.try-now": "Try now",
  "action.join-again": "Join again",
  "action.join-without": "Join without camera and microphone",
  "action.join-microphone": "Join with the microphone only",
  "action.join-camera": "Join with the camera only",
  "action.take-back": "Take the call back here",
  "action.check-connection": "Check my connection",
  "action.settings": "Settings",
  "action.close": "Close",
  "action.leave": "Leave",
  "action.stop-waiting": "Stop waiting",
  "action.other-room": "Choose another room",
  "action.play-sound": "Play sound",

  "reconnecting.seconds": { one: "for {seconds} second", other: "for {seconds} seconds" },

  "settings.title": "Settings for this call",
  "settings.hide-address": "Hide my address",
  "settings.hide-address.on": "Picture and sound go through a relay, so the other person cannot see your network address.",
  "settings.hide-address.off":
    "The other person’s browser can see your network address. Hidden, everything takes the way through a relay.",
  "settings.hide-address.demanded": "This server hides the address of everybody.",
  "settings.hide-address.impossible":
    "It cannot be hidden: this server has no relay (TURN). The server’s operator can add one.",

  "doctor.title": "Check my connection",
  "doctor.intro": "This tests what a call needs. It takes some seconds and disturbs no call.",
  "doctor.running": "Testing…",
  "doctor.done": "The test is done.",
  "doctor.again": "Test again",
  "doctor.devices": "Test camera and microphone",
  "doctor.copy": "Copy report",
  "doctor.report": "Report for the server’s operator",
  "doctor.works": "works",
  "doctor.fails": "does not work",
  "doctor.not-configured": "not configured",
  "doctor.untested": "could not be tested",
  "doctor.pending": "…",
  "doctor.secure-page": "Secure page",
  "doctor.webrtc": "Video calls in this browser",
  "doctor.devices-check": "Camera and microphone",
  "doctor.socket": "Connection to the server",
  "doctor.stun": "Way to the internet (STUN, UDP)",
  "doctor.turn-udp": "Relay by UDP",
  "doctor.turn-tcp": "Relay by TCP",
  "doctor.turn-tls": "Relay by TLS",
  "doctor.credentials": "Admission to the relay",
  "doctor.secure-page.fails": "Open this page with https://. If that does not work, the server’s operator can mend it.",
  "doctor.webrtc.fails": "You can mend it: use a current Firefox, Chrome, Edge or Safari, and allow WebRTC in it.",
  "doctor.devices-check.refused":
    "You can mend it: allow camera and microphone beside the page’s address or in your system’s settings.",
  "doctor.devices-check.missing": "You can mend it: connect a camera or a microphone. Without, you can watch and listen.",
  "doctor.devices-check.busy": "You can mend it: close other programs that use them.",
  "doctor.devices-check.untested": "Your browser asks you first: use the button below.",
  "doctor.devices-check.insecure": "Browsers give them to secure pages only.",
  "doctor.socket.fails":
    "Check your network first. If other pages open, your network’s administrator may be blocking WebSockets, or the " +
    "server is down, which its operator can mend.",
  "doctor.stun.fails":
    "UDP does not get through. Your network’s administrator can allow it; until then calls need a relay by TCP or TLS.",
  "doctor.stun.not-configured": "Without it calls work within one network only. The server’s operator can add it.",
  "doctor.turn-udp.fails": "Your network’s administrator may be blocking UDP, or the relay is down (the server’s operator).",
  "doctor.turn-tcp.fails": "Your network’s administrator may be blocking it, or the relay is down (the server’s operator).",
  "doctor.turn-tls.fails":
    "Your network’s administrator may be blocking it, or the relay is down or has no valid certificate (the server’s " +
    "operator).",
  "doctor.turn.refused": "The relay answers, and refuses: see admission below.",
  "doctor.turn.not-configured": "Only needed where another way is blocked. The server’s operator can add it.",
  "doctor.credentials.fails": "The relay refuses this server’s guests: the server’s operator can mend its secret or its clock.",
  "doctor.credentials.full": "The relay refuses more guests for now: the server’s operator can raise its limits.",
  "doctor.no-servers": "The server could not be asked which ones to use.",
  "doctor.no-webrtc": "This browser cannot test it.",

  "controls.label": "Call",
  "invitation.title": "Invite the other person",
  "invitation.text": "Send this link to the person you want to talk to. Whoever has it can come in.",
  "invitation.link": "Link to this room",

  "landing.intro": "Two people open the same link, and see and hear each other.",
  "landing.room-name": "Room name",
  "landing.hint": "Take this one, which nobody guesses, or type your own. Whoever knows the name can come in.",
  "landing.start": "Start",
  "landing.another": "Suggest another name",
  "landing.no-account": "No account and nothing to install.",
  "landing.encrypted": "Picture and sound go from browser to browser, encrypted.",
  "landing.invalid":
    "A room name holds letters and digits of any script, - and _, from 1 to 64 of them, and no spaces.",

  "room.heading": "Video call",
  "not-found.title": "There is nothing at this address",
  "not-found.text": "A link to a room ends with the name of the room. Perhaps a part of yours got lost.",
  "action.choose-name": "Choose a room name",

  "language.label": "Language",
  "language.hint": "The page is loaded again in it; a call comes back by itself.",
};

export default texts;

/** @typedef {keyof typeof texts} TextKey */
/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Forms */
/** @typedef {Record<TextKey, string | Forms>} Texts */
