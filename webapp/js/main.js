import { chat } from "./chat.js";
import { connectionDoctor } from "./connection-check.js";
import { initialState } from "./room/call-state.js";
import { sweepAbandonedFiles } from "./messages/abandoned-files.js";
import { isPrerendered, readNavigation } from "./navigation.js";
import { Call } from "./room/call.js";
import { roomKey } from "./room/room-key.js";
import { roomAddress, roomNameFromPath } from "./room/room-name.js";
import { signalingAddress } from "./signaling/signaling-address.js";
import { Preference } from "./storage/preference.js";
import { unfinishedRecordings } from "./storage/unfinished-recordings.js";
import { CallPage } from "./ui/call/call-page.js";
import { handleCommands } from "./ui/commands.js";
import { FocusKeeper } from "./ui/focus-keeper.js";
import { onceAFrame } from "./ui/once-a-frame.js";
import { isUnderPointer } from "./ui/pointer.js";
import { Shortcuts } from "./ui/menu/shortcuts.js";
import { translatePage } from "./ui/texts.js";

// For tests, which show the page states of their own.
export { CallPage, initialState };

/** @typedef {import("./ui/commands.js").CallAction} CallAction */
/** @typedef {import("./ui/commands.js").CallCommands} CallCommands */

translatePage();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const page = new CallPage(main);
const call = new Call({ serverUrl: serverUrl(), roomName: roomNameFromPath(location.pathname) });
const room = roomKey(signalingAddress(serverUrl()), roomNameFromPath(location.pathname));
const address = () => roomAddress(call.state.roomName, location.href);
const doctor = connectionDoctor(serverUrl(), () => call.state.ownStream !== null);
const shortcutsUsed = new Preference("shortcuts");
const usesShortcuts = () => shortcutsUsed.value === null || shortcutsUsed.isOn;
const show = () => page.show(call.state, address());

/** Milliseconds after which a script is loaded again that could not be loaded. */
const RETRY_TIME = 5_000;

/** @type {Promise<import("./recording.js").Recording> | undefined} */
let loaded;
/** Loads the recording when either participant asks for one. */
const recording = () =>
  (loaded ??= import("./recording.js").then(
    ({ Recording }) => new Recording(main, call, room, (sentence) => page.say(sentence), isUnderPointer),
    (error) => {
      // Tried again at the next occasion, and not at each change until then.
      setTimeout(() => (loaded = undefined), RETRY_TIME);
      throw error;
    },
  ));

/** @type {Record<CallAction, () => void>} */
const actions = {
  "try-again": () => call.tryAgain(),
  "try-now": () => call.tryAgain(),
  "join-again": () => void call.start(),
  "join-without": () => void call.start([]),
  "join-microphone": () => void call.start(["microphone"]),
  "join-camera": () => void call.start(["camera"]),
  "take-back": () => void call.takeBack(),
  "check-connection": () => doctor.open(),
  "copy-link": () => void page.copy(address()),
};

/** @type {import("./ui/commands.js").Handlers<CallCommands>} */
const handlers = {
  action: (action) => actions[action](),
  togglemicrophone: () => call.local.turn("microphone"),
  togglecamera: () => call.local.turn("camera"),
  pushtotalk: (held) => call.local.talk(held),
  sharescreen: () => void call.local.toggleSharing(),
  choosedevice: ({ kind, id }) => call.local.devices.choose(kind, id),
  flipcamera: () => call.local.devices.flip(),
  changename: (name) => call.local.setName(name),
  straightin: (straightIn) => call.local.setStraightIn(straightIn),
  join: () => call.join(),
  preview: () => void call.preview(),
  copylink: () => void page.copy(address()),
  sharelink: () => void page.share(address()),
  openqrcode: () =>
    void import("./invitation.js").then(({ openQrCode }) =>
      openQrCode(main, serverUrl(), call.state.roomName, address()),
    ),
  openrecording: () => void recording().then((it) => it.open()),
  hangup: () => call.hangUp(),
  opensettings: () => page.openSettings(),
  openshortcuts: () => page.openShortcuts(usesShortcuts()),
  useshortcuts: (used) => shortcutsUsed.turn(used),
  choosebudget: (budget) => call.local.setBudget(budget),
  choosemusic: (music) => call.local.setMusic(music),
  closemuted: (closes) => call.local.setClosesMuted(closes),
  openstatistics: () => void import("./statistics.js").then(({ openStatistics }) => openStatistics(main, call)),
  hideaddress: (hide) => call.hideAddress(hide),
  swappictures: () => page.swapPictures(),
  movepicture: () => page.movePicture(),
  pictureinpicture: () => void page.togglePictureInPicture(),
  fullscreen: () => void page.toggleFullScreen(),
};

handleCommands(main, handlers);
call.addEventListener("change", onceAFrame(show));
call.addEventListener("change", () => call.state.other?.recording.state && void recording());
if (unfinishedRecordings(room).length > 0) void recording();
call.addEventListener("note", (event) => event instanceof CustomEvent && page.tell(event.detail));
page.listen(() => call.local.level);
new FocusKeeper(() => page.home);
new Shortcuts(main, () => usesShortcuts() && call.state.ownStream !== null);

// The server informs the peer at once, and keeps the seat for a short time, in case this is a reload.
addEventListener("pagehide", () => call.leave());
// A page that comes back from the browser's cache has no socket and no devices: it takes its seat again.
addEventListener(
  "pageshow",
  (event) =>
    event.persisted &&
    call.state.phase !== "hung-up" &&
    begin({ ...readNavigation(), byPerson: false, comesBack: true }),
);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && call.wake());

chat(main, call);
show();
void sweepAbandonedFiles();
// A page that the browser renders ahead is not opened yet.
if (isPrerendered()) document.addEventListener("prerenderingchange", () => begin(readNavigation()), { once: true });
else begin(readNavigation());

/**
 * Takes the seat again that this tab had, or else enters the lobby. Nobody is led into a room by a link, nor back into
 * their seat: without the lobby come only those who have chosen that, and opened the page themselves, and pages of rooms
 * that the operator names. An address with `lobby` was written by somebody else.
 * @param {import("./navigation.js").Navigation} navigation
 */
function begin({ byPerson, comesBack, isTopLevel, isStraightIn }) {
  const asked = new URLSearchParams(location.search);
  const isOwnWish = byPerson && !asked.has("lobby");
  if (call.hasSeat && (comesBack || isOwnWish || isStraightIn)) return void call.comeBack({ preview: byPerson });
  if (isStraightIn || (call.goesStraightIn && isOwnWish && isTopLevel)) return void call.start();
  if (asked.has("join")) page.focusJoin();
  if (!byPerson) page.distrust();
  return void call.enterLobby({ preview: byPerson });
}

/** @returns {URL} Address of the application: the page's own directory, unless the page names another server. */
function serverUrl() {
  const meta = document.querySelector("meta[name='video-chat-room-server']");
  return new URL(meta?.getAttribute("content") || ".", location.href);
}
