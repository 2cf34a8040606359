import { connectionDoctor } from "./connection-check.js";
import { sweepAbandonedFiles } from "./messages/abandoned-files.js";
import { nearestRoomName } from "./room/nearest-room-name.js";
import { looksLikeAnother, roomAddress, roomNameIn, roomNameOf, suggestRoomName } from "./room/room-name.js";
import { setText } from "./ui/dom.js";
import { submitOnlyByEnter } from "./ui/enter.js";
import { FocusKeeper } from "./ui/focus-keeper.js";
import "./ui/settings/language-choice.js";
import { text, translatePage } from "./ui/texts.js";

translatePage();
void sweepAbandonedFiles();

const form = /** @type {HTMLFormElement} */ (document.querySelector("#start"));
const input = /** @type {HTMLInputElement} */ (document.querySelector("#room-name"));
const hint = /** @type {HTMLElement} */ (document.querySelector("#room-name-hint"));
const problem = /** @type {HTMLElement} */ (document.querySelector("#room-name-problem"));
const nearest = /** @type {HTMLButtonElement} */ (document.querySelector("#nearest"));
const another = /** @type {HTMLButtonElement} */ (document.querySelector("#another"));

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
new FocusKeeper(() => main);

const doctor = connectionDoctor(new URL(".", location.href));
document.querySelector("#check-connection")?.addEventListener("click", () => doctor.open());

another.addEventListener("click", () => {
  input.value = suggestRoomName();
  clearProblem();
});

nearest.addEventListener("click", () => {
  input.value = nearest.value;
  clearProblem();
  input.focus();
});

input.addEventListener("input", clearProblem);

submitOnlyByEnter(form);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = roomNameIn(input.value.trim());
  if (roomNameOf(name) !== "") {
    location.assign(roomAddress(name, location.href));
  } else {
    showProblem(name);
    input.focus();
  }
});

// The browser may have restored what the person typed before.
if (input.value === "") input.value = suggestRoomName();

/** @param {string} name What cannot be a room's. */
function showProblem(name) {
  show(text(looksLikeAnother(name) ? "landing.lookalikes" : "landing.invalid"), nearestRoomName(name));
}

function clearProblem() {
  show("", "");
}

/**
 * @param {string} sentence What is wrong; empty for nothing.
 * @param {string} offered A name that can be used instead; empty for none.
 */
function show(sentence, offered) {
  input.setAttribute("aria-invalid", String(sentence !== ""));
  // The problem replaces the hint, so that nothing moves.
  hint.classList.toggle("replaced", sentence !== "");
  setText(problem, sentence);
  nearest.hidden = offered === "";
  nearest.value = offered;
  setText(nearest, offered === "" ? "" : text("action.use-name", { room: offered }));
}
