import { dispatchCommand } from "../commands.js";
import { DevicePicker } from "../settings/device-picker.js";
import { create, setText } from "../dom.js";
import { LevelBar } from "../settings/level-bar.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/** Screens on which the devices are shown from the start. */
const ROOMY = "(min-width: 64rem) and (min-height: 48rem)";

/**
 * The lobby before a call: the room's state, the user's name, the devices, and the button to join. The own picture is
 * on the stage beside it. Events that bubble: `join`, `changename` and `straightin` (with the value as detail), and
 * those of <device-picker>.
 */
export class CallLobby extends HTMLElement {
  #title = create("h2");
  #state = create("p", { className: "room-state" });
  #name = create("input", { id: "own-name", type: "text", maxLength: 40, autocomplete: "name", spellcheck: false });
  #straightIn = create("input", { type: "checkbox" });
  #join = create("button", { type: "submit", className: "button primary" }, text("action.join"));
  #level = new LevelBar();
  #noMicrophone = create("p", { className: "no-microphone" }, text("lobby.no-microphone"));
  #picker = new DevicePicker();

  connectedCallback() {
    this.#name.setAttribute("aria-describedby", "own-name-hint");
    this.#name.onchange = () => dispatchCommand(this, "changename", this.#name.value);
    this.#straightIn.setAttribute("role", "switch");
    this.#straightIn.onchange = () => dispatchCommand(this, "straightin", this.#straightIn.checked);
    const form = create(
      "form",
      { onsubmit: (event) => this.#submit(event) },
      create("label", { htmlFor: "own-name" }, text("lobby.name")),
      this.#name,
      create("p", { id: "own-name-hint", className: "hint" }, text("lobby.name-hint")),
      this.#join,
      create("label", { className: "switch-line" }, create("span", {}, text("lobby.straight-in")), this.#straightIn),
    );
    const sound = create(
      "div",
      { className: "sound-check" },
      create("span", {}, text("lobby.level")),
      this.#level,
      this.#noMicrophone,
    );
    const devices = create(
      "details",
      { open: matchMedia(ROOMY).matches },
      create("summary", {}, text("lobby.devices")),
      this.#picker,
    );
    this.replaceChildren(create("section", { className: "card" }, this.#title, this.#state, form, sound, devices));
  }

  /** @param {() => number} read The level of the own microphone, from 0 to 1. */
  listen(read) {
    this.#level.listen(read);
  }

  /** @param {CallState} state */
  show({ phase, roomName, roomState, ownName, straightIn, ownStream, microphone, devices }) {
    this.hidden = phase !== "lobby";
    const isPreparing = ownStream === null;
    this.#join.disabled = isPreparing;
    setText(this.#title, text("lobby.title", { room: roomName }));
    setText(this.#state, text(roomState === "" ? "lobby.state.unknown" : `lobby.state.${roomState}`));
    this.#state.dataset["state"] = roomState;
    if (document.activeElement !== this.#name) this.#name.value = ownName;
    this.#straightIn.checked = straightIn;
    this.#level.hidden = microphone === "absent" && !isPreparing;
    this.#level.run(phase === "lobby" && microphone !== "absent");
    this.#noMicrophone.hidden = microphone !== "absent" || isPreparing;
    this.#picker.show(devices);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    dispatchCommand(this, "changename", this.#name.value);
    dispatchCommand(this, "join");
  }
}

customElements.define("call-lobby", CallLobby);
