import { toggleFullScreen } from "../../browser/full-screen.js";
import { copyText, share } from "../../browser/sharing.js";
import { Arrival } from "./arrival.js";
import { CallControls } from "./call-controls.js";
import { CallFloat } from "./call-float.js";
import { CallLobby } from "./call-lobby.js";
import { CallSettings } from "../settings/call-settings.js";
import { CallStage } from "./call-stage.js";
import { CallStatus } from "./call-status.js";
import { find, setData } from "../dom.js";
import { InvitationCard } from "./invitation-card.js";
import { isTogether, keepsAwake, noteSentence, otherSentence, problemOf, statusSentence } from "./presentation.js";
import { ProblemCard } from "./problem-card.js";
import { ScreenWake } from "./screen-wake.js";
import { ShortcutSheet } from "../menu/shortcut-sheet.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/** The room page: passes the state of the call to its elements. */
export class CallPage {
  #main;
  #parts;
  #float;
  #wake = new ScreenWake();
  #arrival = new Arrival();
  /** @type {CallState | null} The last state that was shown. */
  #last = null;

  /**
   * @param {HTMLElement} main Contains one of each of the elements.
   * @throws {TypeError} If an element is missing.
   */
  constructor(main) {
    this.#main = main;
    this.#float = new CallFloat(main);
    this.#parts = {
      stage: find(main, "call-stage", CallStage),
      status: find(main, "call-status", CallStatus),
      invitation: find(main, "invitation-card", InvitationCard),
      problem: find(main, "problem-card", ProblemCard),
      controls: find(main, "call-controls", CallControls),
      settings: find(main, "call-settings", CallSettings),
      lobby: find(main, "call-lobby", CallLobby),
      shortcuts: find(main, "shortcut-sheet", ShortcutSheet),
    };
  }

  /** Opens the sheet with the settings. */
  openSettings() {
    this.#parts.settings.open();
  }

  /** @param {boolean} used Whether the keyboard shortcuts are on. */
  openShortcuts(used) {
    this.#parts.shortcuts.open(used);
  }

  /** Another site may have led here: the lobby takes no press in its first second. */
  distrust() {
    this.#parts.lobby.distrust();
  }

  /** Focuses the button to join in the lobby. */
  focusJoin() {
    this.#parts.lobby.focusJoin();
  }

  /** @param {() => number} ownLevel The level of the own microphone, from 0 to 1. */
  listen(ownLevel) {
    this.#parts.lobby.listen(ownLevel);
  }

  /** Swaps the large and the small picture. */
  swapPictures() {
    this.#parts.stage.swap();
  }

  /** Moves the small picture to the next corner. */
  movePicture() {
    this.#parts.stage.moveSmall();
  }

  /** Opens or closes picture in picture. */
  async togglePictureInPicture() {
    const allowed = await this.#float.toggle(this.#parts.stage.remoteVideo);
    if (!allowed) this.#parts.status.announce(text("note.no-picture-in-picture"));
  }

  /** Shows the page on the full screen, or no longer. */
  async toggleFullScreen() {
    if (!(await toggleFullScreen())) this.#parts.status.announce(text("note.no-full-screen"));
  }

  /** @param {string} sentence Shown in the status line for some seconds. */
  say(sentence) {
    this.#parts.status.announce(sentence);
  }

  /**
   * Announces a change of a device or of the shared screen.
   * @param {import("../../room/local/local-participant.js").LocalNote} note
   */
  tell(note) {
    if (!("label" in note)) this.#parts.status.announce(text(`note.${note.what}`));
    else
      this.#parts.status.announce(
        text(`note.device-${note.what}`, { label: note.label || text("note.device-unnamed") }),
      );
  }

  /**
   * @param {CallState} state
   * @param {URL} address The link to invite others with.
   */
  show(state, address) {
    const { stage, status, invitation, problem, controls, settings, lobby } = this.#parts;
    this.#main.dataset["callState"] = state.phase;
    setData(this.#main, "reason", state.reason);
    setData(this.#main, "connection", state.connection);
    setData(this.#main, "quality", state.quality);
    this.#main.dataset["layout"] = layoutOf(state);
    this.#arrival.show(state);
    stage.show(state);
    status.show(statusSentence(state), noteSentence(state), state.since, state.connectedAt);
    status.showSignal(state);
    invitation.show(state.phase === "waiting", address);
    problem.show(problemOf(state), state.phase === "server-unreachable" ? state.retryAt : null);
    controls.show(state);
    settings.show(state);
    lobby.show(state);
    this.#float.show(state);
    this.#wake.keep(keepsAwake(state));
    this.#announceChange(state);
  }

  /** @returns {HTMLElement} Where keyboard and screen reader continue when what had the focus is gone. */
  get home() {
    const { problem } = this.#parts;
    return problem.hidden ? this.#main : problem.heading;
  }

  /** @param {CallState} state */
  #announceChange(state) {
    const sentence = otherSentence(this.#last?.other ?? null, state.other);
    if (sentence !== "") this.#parts.status.report(sentence);
    this.#last = state;
  }

  /**
   * Shares the address of the room through the system's share sheet, or copies it.
   * @param {URL} address
   */
  async share(address) {
    const outcome = await share({ title: document.title, url: address.href });
    if (outcome === "refused") await this.copy(address);
  }

  /**
   * Copies the address of the room, or else selects it for the user to copy.
   * @param {URL} address
   */
  async copy(address) {
    const { status, invitation } = this.#parts;
    const isCopied = await copyText(address.href);
    if (!isCopied) invitation.selectLink();
    status.announce(text(isCopied ? "note.link-copied" : "note.link-not-copied"));
  }
}

/**
 * @param {CallState} state
 * @returns {"call" | "alone" | "message"} The peer's picture fills the page, or the own one does, or there is none.
 */
function layoutOf(state) {
  const { phase } = state;
  if (phase === "blocked" || phase === "hung-up" || phase === "moved") return "message";
  return isTogether(state) ? "call" : "alone";
}
