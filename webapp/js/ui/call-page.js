import { CallControls } from "./call-controls.js";
import { CallSettings } from "./call-settings.js";
import { CallStage } from "./call-stage.js";
import { CallStatus } from "./call-status.js";
import { setData } from "./dom.js";
import { InvitationCard } from "./invitation-card.js";
import { noteSentence, problemOf, statusSentence } from "./presentation.js";
import { ProblemCard } from "./problem-card.js";
import { text } from "./texts.js";

/** @typedef {import("../room/call-state.js").CallState} CallState */

/** The room page as a whole: gives each of its elements what it is to show of a call. */
export class CallPage {
  #main;
  #parts;

  /**
   * @param {HTMLElement} main Holds one of each of the elements.
   * @throws {TypeError} If one of them is not there.
   */
  constructor(main) {
    this.#main = main;
    this.#parts = {
      stage: find(main, "call-stage", CallStage),
      status: find(main, "call-status", CallStatus),
      invitation: find(main, "invitation-card", InvitationCard),
      problem: find(main, "problem-card", ProblemCard),
      controls: find(main, "call-controls", CallControls),
      settings: find(main, "call-settings", CallSettings),
    };
  }

  /** Opens the sheet with the settings. */
  openSettings() {
    this.#parts.settings.open();
  }

  /**
   * @param {CallState} state
   * @param {URL} address The one to invite others with.
   */
  show(state, address) {
    const { stage, status, invitation, problem, controls, settings } = this.#parts;
    this.#main.dataset["callState"] = state.phase;
    setData(this.#main, "reason", state.reason);
    setData(this.#main, "connection", state.connection);
    setData(this.#main, "quality", state.quality);
    this.#main.dataset["layout"] = layoutOf(state);
    document.title = text("title.room", { room: state.roomName });
    stage.show(state);
    status.show(statusSentence(state), noteSentence(state), state.since);
    invitation.show(state.phase === "waiting", address);
    problem.show(problemOf(state), state.phase === "server-unreachable" ? state.retryAt : null);
    controls.show(state);
    settings.show(state);
    // A keyboard, or a screen reader, goes on where the page does.
    if (!problem.hidden && document.activeElement?.closest("[hidden]")) problem.takeFocus();
  }

  /**
   * Puts the address of the room into the clipboard, or helps the person to do it.
   * @param {URL} address
   */
  async copy(address) {
    const { status, invitation } = this.#parts;
    try {
      await navigator.clipboard.writeText(address.href);
      status.announce(text("note.link-copied"));
    } catch {
      // Not allowed, or no clipboard at all on an insecure origin.
      invitation.selectLink();
      status.announce(text("note.link-not-copied"));
    }
  }
}

/**
 * @param {CallState} state
 * @returns {"call" | "alone" | "message"} The other's picture fills the page, or one's own, or there is none.
 */
function layoutOf({ phase, remoteStream }) {
  if (phase === "blocked" || phase === "hung-up" || phase === "moved") return "message";
  return remoteStream === null ? "alone" : "call";
}

/**
 * @template {HTMLElement} T
 * @param {HTMLElement} within
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function find(within, selector, type) {
  const element = within.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`The page has no <${selector}>.`);
}
