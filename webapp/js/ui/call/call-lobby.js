import { dispatchCommand } from "../commands.js";
import { DevicePicker } from "../settings/device-picker.js";
import { create, setText, textButton } from "../dom.js";
import { submitOnlyByEnter } from "../enter.js";
import { LevelBar } from "../settings/level-bar.js";
import { NameField } from "../settings/name-field.js";
import { Settling } from "../settling.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/** Screens on which the devices are shown from the start. */
const ROOMY = "(min-width: 64rem) and (min-height: 48rem)";

/**
 * The lobby before a call: the room's state, the user's name, the devices, and the button to join. The own picture is
 * on the stage beside it. Events that bubble: `join`, `preview`, `straightin` (with the value as detail), and
 * those of <device-picker> and {@link NameField}.
 */
export class CallLobby extends HTMLElement {
  #title = create("h2");
  #state = create("p", { className: "room-state" });
  #name = new NameField("own-name", text("lobby.name-hint"));
  #straightIn = create("input", { type: "checkbox" });
  #join = create("button", { type: "submit", className: "button primary" }, text("action.join"));
  #preview = textButton(text("lobby.show-picture"), () => {
    this.#settling.end();
    dispatchCommand(this, "preview");
  });
  #withoutPreview = create(
    "div",
    { className: "without-preview" },
    create("p", {}, text("lobby.no-preview")),
    this.#preview,
  );
  #sound = create("div", { className: "sound-check" });
  #devices = create("details", { open: matchMedia(ROOMY).matches });
  #level = new LevelBar();
  #noMicrophone = create("p", { className: "no-microphone" }, text("lobby.no-microphone"));
  #picker = new DevicePicker();
  /** Another site may have led here, while the person was about to press something there. */
  #settling = new Settling(this, () => (this.#isPreparing ? [this.#preview] : [this.#join, this.#preview]));
  #isPreparing = false;
  #wantsFocus = false;

  connectedCallback() {
    this.#straightIn.setAttribute("role", "switch");
    this.#straightIn.onchange = () => dispatchCommand(this, "straightin", this.#straightIn.checked);
    const form = create(
      "form",
      { onsubmit: (event) => this.#submit(event) },
      this.#name,
      this.#join,
      create("label", { className: "switch-line" }, create("span", {}, text("lobby.straight-in")), this.#straightIn),
    );
    submitOnlyByEnter(form);
    this.#sound.append(create("span", {}, text("lobby.level")), this.#level, this.#noMicrophone);
    this.#devices.append(create("summary", {}, text("lobby.devices")), this.#picker);
    const card = create("section", { className: "card" }, this.#title, this.#state, form, this.#withoutPreview);
    card.append(this.#sound, this.#devices);
    this.replaceChildren(card);
  }

  /** Another site may have led here: a press counts only when the lobby has settled. */
  distrust() {
    this.#settling.begin(() => this.#allowJoining());
  }

  /** Focuses the button to join as soon as it can be pressed. */
  focusJoin() {
    this.#wantsFocus = true;
  }

  /** @param {() => number} read The level of the own microphone, from 0 to 1. */
  listen(read) {
    this.#level.listen(read);
  }

  /** @param {CallState} state */
  show({ phase, roomName, roomState, ownName, straightIn, ownStream, previewing, microphone, devices }) {
    this.hidden = phase !== "lobby";
    const isPreparing = (this.#isPreparing = previewing && ownStream === null);
    const hasPreview = previewing || phase !== "lobby";
    this.#withoutPreview.hidden = hasPreview;
    this.#sound.hidden = this.#devices.hidden = !hasPreview;
    this.#allowJoining();
    setText(this.#title, text("lobby.title", { room: roomName }));
    setText(this.#state, text(roomState === "" ? "lobby.state.unknown" : `lobby.state.${roomState}`));
    this.#state.dataset["state"] = roomState;
    this.#name.show(ownName);
    this.#straightIn.checked = straightIn;
    this.#level.hidden = microphone === "absent" && !isPreparing;
    this.#level.run(phase === "lobby" && microphone !== "absent");
    this.#noMicrophone.hidden = microphone !== "absent" || isPreparing;
    this.#picker.show(devices);
  }

  #allowJoining() {
    this.#join.disabled = this.#isPreparing || !this.#settling.isSettled;
    if (this.hidden || this.#join.disabled || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    // Not while the person is writing their name already.
    if (document.activeElement === document.body) this.#join.focus();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#settling.end();
    dispatchCommand(this, "changename", this.#name.value);
    dispatchCommand(this, "join");
  }
}

customElements.define("call-lobby", CallLobby);
