import { connectionDoctor } from "./connection-check.js";
import { Call } from "./room/call.js";
import { roomAddress, roomNameFromPath } from "./room/room-name.js";
import { CallPage } from "./ui/call-page.js";
import { translatePage } from "./ui/texts.js";

translatePage();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const page = new CallPage(main);
const call = new Call({ serverUrl: serverUrl(), roomName: roomNameFromPath(location.pathname) });
const address = () => roomAddress(call.state.roomName, location.href);
const doctor = connectionDoctor(serverUrl(), () => call.state.ownStream !== null);
const show = () => page.show(call.state, address());

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

call.addEventListener("change", show);
main.addEventListener("action", (event) => event instanceof CustomEvent && actions[event.detail]?.());
main.addEventListener("togglemicrophone", () => call.toggleMicrophone());
main.addEventListener("togglecamera", () => call.toggleCamera());
main.addEventListener("copylink", () => void page.copy(address()));
main.addEventListener("hangup", () => call.hangUp());
main.addEventListener("opensettings", () => page.openSettings());
main.addEventListener("hideaddress", (event) => event instanceof CustomEvent && call.hideAddress(event.detail));

// The other participant is to know at once; the seat waits a little, for a reload.
addEventListener("pagehide", () => call.leave());
// A page that comes back out of the browser's cache has no socket and no devices any more: it takes its seat again.
addEventListener("pageshow", (event) => event.persisted && call.state.phase !== "hung-up" && void call.start());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && call.wake());

show();
void call.start();

/** @returns {URL} Where the server is: this page's own directory, unless the page names another. */
function serverUrl() {
  const meta = document.querySelector("meta[name='video-chat-room-server']");
  return new URL(meta?.getAttribute("content") || ".", location.href);
}
