import { sweepAbandonedFiles } from "./messages/abandoned-files.js";
import { nearestRoomName } from "./room/nearest-room-name.js";
import { looksLikeAnother, roomAddress, roomNameFromPath } from "./room/room-name.js";
import { text, translatePage } from "./ui/texts.js";

translatePage();
void sweepAbandonedFiles();
const heading = document.querySelector("h1")?.textContent ?? "";
document.title = text("title.room", { room: heading });

// Only the page for a wrong name offers another one.
const nearest = document.querySelector("#nearest");
const written = roomNameFromPath(location.pathname.replace(/\/+$/, ""));
const offered = nearestRoomName(written);
if (nearest instanceof HTMLAnchorElement && offered !== "") {
  nearest.href = roomAddress(offered, document.baseURI).href + location.search;
  nearest.textContent = text("action.use-name", { room: offered });
  nearest.hidden = false;
}
const why = document.querySelector("#why");
if (why !== null && looksLikeAnother(written)) why.textContent = text("landing.lookalikes");
