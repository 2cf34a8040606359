import { create, icon, setText } from "../dom.js";
import { FileCard } from "./file-card.js";
import { linkedText } from "./linked-text.js";
import { isSameDay, momentText } from "../moments.js";
import { text } from "../texts.js";

/** @typedef {import("../../messages/view.js").EntryView} EntryView */

/** An entry of the chat: a line, a file, or the divider before another peer. */
export class ChatEntry extends HTMLElement {
  #time = create("time");
  #delivery = create("span", { className: "delivery" });
  /** @type {FileCard | null} */
  #card = null;
  #shown = "";
  #previous;

  /** @param {number} [previous] When the entry before it was sent or received, in ms since 1970. */
  constructor(previous) {
    super();
    this.#previous = previous;
  }

  /**
   * @param {EntryView} entry The same entry in each call.
   * @param {boolean} canDeclineAll Whether the user may decline all further files.
   */
  show(entry, canDeclineAll) {
    if (!this.hasChildNodes()) this.#build(entry);
    if (entry.file !== null) this.#card?.show(entry.id, entry.mine, entry.file, canDeclineAll);
    if (this.#shown === entry.delivery || entry.delivery === "") return;
    this.#shown = entry.delivery;
    this.dataset["delivery"] = entry.delivery;
    const label = create("span", { className: "words" }, text(`chat.${entry.delivery}`));
    this.#delivery.replaceChildren(icon(entry.delivery === "delivered" ? "check" : "clock"), label);
  }

  /** @param {EntryView} entry */
  #build({ kind, mine, at, text: content, file }) {
    if (kind === "divider") {
      this.className = "divider";
      this.append(create("p", {}, text("chat.divider")));
      return;
    }
    this.className = mine ? "mine" : "theirs";
    const moment = new Date(at);
    this.#time.dateTime = moment.toISOString();
    // The first one of a day has its day, and those of another day than today.
    const [now, before] = [new Date(), new Date(this.#previous ?? at)];
    setText(this.#time, momentText(moment, isSameDay(moment, before) ? now : before));
    const who = create("span", { className: "visually-hidden" }, text(mine ? "chat.you" : "chat.other"), " ");
    const line = create("p", { className: "line", dir: "auto" }, ...linkedText(content));
    const body = file === null ? line : (this.#card = new FileCard());
    this.append(
      create(
        "div",
        { className: "bubble" },
        who,
        body,
        create("p", { className: "meta" }, this.#time, " ", this.#delivery),
      ),
    );
  }
}

customElements.define("chat-entry", ChatEntry);
