import { create, setText } from "../dom.js";
import { SignalBars } from "./signal-bars.js";
import { text } from "../texts.js";

/** Milliseconds for which an announcement is shown. */
const ANNOUNCEMENT_DURATION = 6_000;
/** Milliseconds between two announcements that the peer causes. */
const REPORT_INTERVAL = 1_500;

/**
 * The status line at the top of the page: a polite live region with the state of the call, and the time, which moves by
 * itself and is outside of it. Beside it is <signal-bars>, with its event.
 */
export class CallStatus extends HTMLElement {
  #sentence = create("span", { className: "sentence" });
  #note = create("span", { className: "note" });
  #seconds = create("span", { className: "seconds" });
  #bars = new SignalBars();
  #lasting = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  /** @type {string | null} Announced as soon as the pause after the last report is over; null while there is no pause. */
  #report = null;

  connectedCallback() {
    const announced = create("span", { className: "announced" }, this.#sentence, " ", this.#note);
    announced.setAttribute("role", "status");
    // For screen readers, the sentence says enough.
    this.#seconds.setAttribute("aria-hidden", "true");
    this.replaceChildren(create("p", { className: "status-line" }, announced, " ", this.#seconds), this.#bars);
  }

  /**
   * @param {string} sentence
   * @param {string} note
   * @param {number | null} since When the trouble began, in ms of `performance.now()`.
   * @param {number | null} callSince When the call began, in ms of `performance.now()`.
   */
  show(sentence, note, since, callSince) {
    this.#lasting = note;
    clearInterval(this.#ticking);
    if (since !== null || callSince !== null) this.#ticking = setInterval(() => this.#tick(since, callSince), 1000);
    this.#tick(since, callSince);
    setText(this.#sentence, sentence);
    if (this.#timer === undefined) setText(this.#note, note);
  }

  /** @param {import("../../room/call-state.js").CallState} state */
  showSignal(state) {
    this.#bars.show(state);
  }

  /**
   * @param {number | null} since
   * @param {number | null} callSince
   */
  #tick(since, callSince) {
    const start = since ?? callSince;
    const seconds = start === null ? 0 : Math.max(0, Math.round((performance.now() - start) / 1000));
    if (since !== null) setText(this.#seconds, text("reconnecting.seconds", { seconds }));
    else setText(this.#seconds, callSince === null ? "" : clock(seconds));
  }

  /**
   * Announces what the peer has done. They cannot flood a screen reader: of many reports the last one is announced.
   * @param {string} report
   */
  report(report) {
    if (this.#report !== null) {
      this.#report = report;
      return;
    }
    this.announce(report);
    this.#report = "";
    setTimeout(() => {
      const latest = this.#report ?? "";
      this.#report = null;
      if (latest !== "") this.report(latest);
    }, REPORT_INTERVAL);
  }

  /**
   * Shows a note for some seconds in place of the lasting one.
   * @param {string} note
   */
  announce(note) {
    clearTimeout(this.#timer);
    setText(this.#note, note);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      setText(this.#note, this.#lasting);
    }, ANNOUNCEMENT_DURATION);
  }
}

/**
 * @param {number} seconds
 * @returns {string} For instance 3:07 or 1:02:03.
 */
function clock(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, "0");
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, "0")}:${tail}`;
}

customElements.define("call-status", CallStatus);
