import { dispatchCommand } from "../commands.js";
import { create, iconButton } from "../dom.js";
import { text } from "../texts.js";
import { playTones, TEST } from "../tones.js";

/** @typedef {import("../../media/device-catalogue.js").DeviceKind} DeviceKind */
/** @typedef {import("../../media/device-catalogue.js").DeviceInfo} DeviceInfo */
/** @typedef {import("../../room/call-state.js").DeviceChoices} DeviceChoices */

/** @type {readonly DeviceKind[]} */
const KINDS = ["camera", "microphone", "speaker"];

/** Numbers the pickers: each needs its own ids. */
let pickers = 0;

/**
 * Lets the user choose camera, microphone and speaker. Event that bubbles: `choosedevice`, with the kind and the id in
 * its detail.
 */
export class DevicePicker extends HTMLElement {
  /** @type {Map<DeviceKind, HTMLSelectElement>} */
  #selects = new Map();
  #tone = iconButton(text("devices.test-speaker"), "sound", () => void this.#test());
  #shown = "";
  #id = `devices-${++pickers}`;

  connectedCallback() {
    for (const kind of KINDS) {
      const select = create("select", { id: `${this.#id}-${kind}`, onchange: () => this.#choose(kind, select.value) });
      this.#selects.set(kind, select);
    }
    this.replaceChildren(...KINDS.map((kind) => this.#line(kind)));
  }

  /** @param {DeviceChoices} choices */
  show(choices) {
    // Replacing the options would close an open list.
    const summary = JSON.stringify(choices);
    if (summary === this.#shown) return;
    this.#shown = summary;
    for (const [kind, select] of this.#selects) {
      const infos = choices[kind];
      const used = choices.used[kind];
      const options = infos.map(({ id, label }, index) =>
        option(id, label || text(`devices.${kind}.nth`, { number: index + 1 })),
      );
      // The browser's choice, until the user has made one, or no device at all.
      if (!infos.some(({ id }) => id === used))
        options.unshift(option("", text(infos.length === 0 ? "devices.none" : "devices.default")));
      select.replaceChildren(...options);
      select.value = infos.some(({ id }) => id === used) ? used : "";
      select.disabled = infos.length === 0;
    }
    // Some browsers list no speakers and always play on the system's.
    this.querySelector(".speaker-line")?.toggleAttribute("hidden", choices.speaker.length === 0);
  }

  /** @param {DeviceKind} kind */
  #line(kind) {
    const select = /** @type {HTMLSelectElement} */ (this.#selects.get(kind));
    const label = create("label", { htmlFor: select.id }, text(`devices.${kind}`));
    const line = create("div", { className: "device" }, label, select);
    return kind === "speaker" ? create("div", { className: "speaker-line" }, line, this.#tone) : line;
  }

  /**
   * @param {DeviceKind} kind
   * @param {string} id
   */
  #choose(kind, id) {
    if (id !== "") dispatchCommand(this, "choosedevice", { kind, id });
  }

  async #test() {
    this.#tone.setAttribute("aria-disabled", "true");
    const played = await playTones(TEST, this.#selects.get("speaker")?.value ?? "");
    this.#tone.removeAttribute("aria-disabled");
    this.dataset["tone"] = played ? "played" : "failed";
  }
}

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label) {
  return create("option", { value, disabled: value === "" }, label);
}

customElements.define("device-picker", DevicePicker);
