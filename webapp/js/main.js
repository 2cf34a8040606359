import { Call } from "./room/call.js";
import { roomAddress, roomNameFromPath } from "./room/room-name.js";
import { CallPage } from "./ui/call-page.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const page = new CallPage(main);
const call = new Call({ serverUrl: serverUrl(), roomName: roomNameFromPath(location.pathname) });
const address = () => roomAddress(call.state.roomName, location.href);
const show = () => page.show(call.state, address());

/** @type {Record<string, () => void>} What the buttons of ui/problem-card.js do. */
const actions = {
  "try-again": () => call.tryAgain(),
  "try-now": () => call.tryAgain(),
  "join-again": () => void call.start(),
  "join-without": () => void call.start([]),
  "join-microphone": () => void call.start(["microphone"]),
  "join-camera": () => void call.start(["camera"]),
  "copy-link": () => void page.copy(address()),
};

call.addEventListener("change", show);
main.addEventListener("action", (event) => event instanceof CustomEvent && actions[event.detail]?.());
main.addEventListener("togglemicrophone", () => call.toggleMicrophone());
main.addEventListener("togglecamera", () => call.toggleCamera());
main.addEventListener("copylink", () => void page.copy(address()));
main.addEventListener("hangup", () => call.hangUp());

// The other participant is to know at once, and the seat is to be free for a reload.
addEventListener("pagehide", () => call.leave());
// A page that comes back out of the browser's cache has no socket and no devices any more.
addEventListener("pageshow", (event) => event.persisted && location.reload());

show();
void call.start();

/** @returns {URL} Where the server is: this page's own directory, unless the page names another. */
function serverUrl() {
  const meta = document.querySelector("meta[name='video-chat-room-server']");
  return new URL(meta?.getAttribute("content") || ".", location.href);
}
