import { text } from "./texts.js";
import { ARRIVAL, playTones } from "./tones.js";

/** @typedef {import("../room/call-state.js").CallState} CallState */

/** Tells a person who waits that somebody has come: by a soft sound, and by the page's title where it is not seen. */
export class Arrival {
  #waiting = false;
  #unseen = false;
  #room = "";

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#unseen = false;
      this.#title();
    });
  }

  /** @param {CallState} state */
  show({ phase, roomName, devices }) {
    this.#room = roomName;
    // A connection that is mended is nobody's arrival.
    const came = this.#waiting && (phase === "connecting" || phase === "connected");
    this.#waiting = phase === "waiting";
    if (came) {
      this.#unseen = document.visibilityState !== "visible";
      void playTones(ARRIVAL, devices.used.speaker);
    } else if (this.#waiting) {
      this.#unseen = false;
    }
    this.#title();
  }

  #title() {
    document.title = text(this.#unseen ? "title.somebody-here" : "title.room", { room: this.#room });
  }
}
