import { connectionDoctor } from "./connection-check.js";
import { sweepAbandonedFiles } from "./messages/abandoned-files.js";
import { isRoomName, roomAddress, suggestRoomName } from "./room/room-name.js";
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
const another = /** @type {HTMLButtonElement} */ (document.querySelector("#another"));

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
new FocusKeeper(() => main);

const doctor = connectionDoctor(new URL(".", location.href));
document.querySelector("#check-connection")?.addEventListener("click", () => doctor.open());

another.addEventListener("click", () => {
  input.value = suggestRoomName();
  showProblem(false);
});

input.addEventListener("input", () => showProblem(false));

submitOnlyByEnter(form);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = input.value.trim();
  if (isRoomName(name)) {
    location.assign(roomAddress(name, location.href));
  } else {
    showProblem(true);
    input.focus();
  }
});

// The browser may have restored what the person typed before.
if (input.value === "") input.value = suggestRoomName();

/** @param {boolean} invalid */
function showProblem(invalid) {
  input.setAttribute("aria-invalid", String(invalid));
  // The problem replaces the hint, so that nothing moves.
  hint.classList.toggle("replaced", invalid);
  setText(problem, invalid ? text("landing.invalid") : "");
}
