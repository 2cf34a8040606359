import { dispatchCommand } from "../commands.js";
import { create } from "../dom.js";
import { text } from "../texts.js";

/** @typedef {import("../../room/call-state.js").CallState} CallState */

const MAX_BARS = 4;

/**
 * The signal quality of both directions, received and sent. A press opens the statistics.
 * Event that bubbles: `openstatistics`.
 */
export class SignalBars extends HTMLElement {
  #received = bars("received");
  #sent = bars("sent");
  #button = create("button", { type: "button", className: "signal" }, this.#received, this.#sent);

  connectedCallback() {
    this.#button.onclick = () => dispatchCommand(this, "openstatistics");
    this.hidden = true;
    this.replaceChildren(this.#button);
  }

  /** @param {CallState} state */
  show({ received, sent }) {
    this.hidden = received === null;
    if (received === null) return;
    const label =
      sent === null
        ? text("signal.label.received", { received: received.bars })
        : text("signal.label", { received: received.bars, sent: sent.bars });
    if (this.#button.title === label) return;
    this.#button.title = label;
    this.#button.setAttribute("aria-label", label);
    this.#received.dataset["bars"] = String(received.bars);
    this.#sent.dataset["bars"] = String(sent?.bars ?? 0);
  }
}

/** @param {string} direction */
function bars(direction) {
  const element = create(
    "span",
    { className: `bars ${direction}` },
    ...Array.from({ length: MAX_BARS }, () => create("span")),
  );
  element.setAttribute("aria-hidden", "true");
  return element;
}

customElements.define("signal-bars", SignalBars);
