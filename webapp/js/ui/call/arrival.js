import { text } from "../texts.js";
import { ARRIVAL, playTones } from "../tones.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

/** Tells a waiting user that the peer has come: by a quiet sound, and in a hidden page by its title. */
export class Arrival {
  #waiting = false;
  #unseen = false;
  #room = "";

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#unseen = false;
      this.#setTitle();
    });
  }

  /** @param {CallState} state */
  show({ phase, roomName, devices }) {
    this.#room = roomName;
    // A restored connection is no arrival.
    const came = this.#waiting && (phase === "connecting" || phase === "connected");
    this.#waiting = phase === "waiting";
    if (came) {
      this.#unseen = document.visibilityState !== "visible";
      void playTones(ARRIVAL, devices.used.speaker);
    } else if (this.#waiting) {
      this.#unseen = false;
    }
    this.#setTitle();
  }

  #setTitle() {
    document.title = text(this.#unseen ? "title.somebody-here" : "title.room", { room: this.#room });
  }
}
