import { dispatchCommand } from "../commands.js";
import { create, textButton } from "../dom.js";
import { text } from "../texts.js";

/**
 * Offers what a page of this tab has recorded before it crashed or was reloaded. Events that bubble: `saverecording`,
 * `deleterecording`.
 */
export class RecordingRescue extends HTMLElement {
  connectedCallback() {
    const title = create("h2", { id: "rescue-title" }, text("recording.rescue"));
    const card = create(
      "section",
      { className: "card" },
      create("div", { role: "status" }, title, create("p", {}, text("recording.rescue.hint"))),
      create(
        "div",
        { className: "actions" },
        textButton(text("recording.rescue.save"), () => dispatchCommand(this, "saverecording"), "button primary"),
        textButton(text("recording.rescue.delete"), () => dispatchCommand(this, "deleterecording")),
      ),
    );
    card.setAttribute("aria-labelledby", "rescue-title");
    this.replaceChildren(card);
  }
}

customElements.define("recording-rescue", RecordingRescue);
