import { chat } from "./chat.js";
import { connectionDoctor } from "./connection-check.js";
import { initialState } from "./room/call-state.js";
import { Call } from "./room/call.js";
import { Preference } from "./room/preference.js";
import { roomAddress, roomNameFromPath } from "./room/room-name.js";
import { CallPage } from "./ui/call-page.js";
import { Shortcuts } from "./ui/shortcuts.js";
import { translatePage } from "./ui/texts.js";

// For whoever shows this page a state of his own, as its tests do.
export { CallPage, initialState };

translatePage();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const page = new CallPage(main);
const call = new Call({ serverUrl: serverUrl(), roomName: roomNameFromPath(location.pathname) });
const address = () => roomAddress(call.state.roomName, location.href);
const doctor = connectionDoctor(serverUrl(), () => call.state.ownStream !== null);
const shortcutsUsed = new Preference("shortcuts");
const usesShortcuts = () => shortcutsUsed.value !== "no";
const show = () => page.show(call.state, address());

/** @type {Promise<import("./recording.js").Recording> | undefined} */
let loaded;
/** What records, and asks for it: loaded when either side wishes to. */
const recording = () =>
  (loaded ??= import("./recording.js").then(
    ({ Recording }) => new Recording(main, call, (sentence) => page.say(sentence)),
  ));

/** @type {Record<string, () => void>} What the buttons of ui/problem-card.js do. */
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

/** @type {Record<string, (detail: any) => void>} What the events mean that bubble up from the page's elements. */
const commands = {
  action: (action) => actions[action]?.(),
  togglemicrophone: () => call.own.turn("microphone"),
  togglecamera: () => call.own.turn("camera"),
  pushtotalk: (held) => call.own.talk(held),
  sharescreen: () => void call.own.toggleSharing(),
  choosedevice: ({ kind, id }) => call.own.choose(kind, id),
  flipcamera: () => call.own.flip(),
  changename: (name) => call.own.setName(name),
  straightin: (straightIn) => call.own.setStraightIn(straightIn),
  join: () => call.join(),
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
  useshortcuts: (used) => shortcutsUsed.choose(used ? "yes" : "no"),
  choosebudget: (budget) => call.own.setBudget(budget),
  choosemusic: (music) => call.own.setMusic(music),
  openstatistics: () => void import("./statistics.js").then(({ openStatistics }) => openStatistics(main, call)),
  hideaddress: (hide) => call.hideAddress(hide),
  swappictures: () => page.swapPictures(),
  movepicture: () => page.movePicture(),
  pictureinpicture: () => void page.togglePictureInPicture(),
  fullscreen: () => void toggleFullScreen(),
};

for (const [name, run] of Object.entries(commands)) {
  main.addEventListener(name, (event) => run(event instanceof CustomEvent ? event.detail : undefined));
}
call.addEventListener("change", show);
call.addEventListener("change", () => call.state.other?.recording.state && void recording());
call.addEventListener("note", (event) => event instanceof CustomEvent && page.tell(event.detail));
page.listen(() => call.own.level);
new Shortcuts(main, () => usesShortcuts() && call.state.ownStream !== null);

// The other participant is to know at once; the seat waits a little, for a reload.
addEventListener("pagehide", () => call.leave());
// A page that comes back out of the browser's cache has no socket and no devices any more: it takes its seat again.
addEventListener("pageshow", (event) => event.persisted && call.state.phase !== "hung-up" && comeIn());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && call.wake());

chat(main, call);
show();
comeIn();

/** Goes into the lobby, or straight into the room if the person or the address wishes that. */
function comeIn() {
  const straight = call.goesStraightIn || new URLSearchParams(location.search).has("join");
  void (straight ? call.start() : call.enterLobby());
}

async function toggleFullScreen() {
  try {
    if (document.fullscreenElement !== null) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // The browser does not let it: then it stays as it is.
  }
}

/** @returns {URL} Where the server is: this page's own directory, unless the page names another. */
function serverUrl() {
  const meta = document.querySelector("meta[name='video-chat-room-server']");
  return new URL(meta?.getAttribute("content") || ".", location.href);
}
