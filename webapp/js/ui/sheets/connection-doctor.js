import { copyText } from "../../browser/sharing.js";
import { dispatchCommand } from "../commands.js";
import { create, setText, textButton } from "../dom.js";
import { firstText, text } from "../texts.js";

/** @typedef {import("../../doctor/checks.js").CheckResult} CheckResult */
/** @typedef {import("../../doctor/checks.js").CheckName} CheckName */

/**
 * The connection doctor: shows which requirements of a call are met and who can fix the others. Event: `check`, to run
 * the tests; its detail is "devices" if the user wants to test camera and microphone.
 */
export class ConnectionDoctor extends HTMLElement {
  #dialog = create("dialog", { className: "sheet" });
  #title = create("h2", { id: "doctor-title", tabIndex: -1 }, text("doctor.title"));
  #status = create("p");
  #list = create("ul", { className: "checks" });
  /** @type {Map<CheckName, HTMLLIElement>} */
  #lines = new Map();
  #report = create("textarea", { readOnly: true, rows: 6, id: "doctor-report", dir: "ltr", lang: "en" });
  #again = textButton(text("doctor.again"), () => this.#check(""));
  #devices = textButton(text("doctor.devices"), () => this.#check("devices"));
  #copy = textButton(text("doctor.copy"), () => void this.#copyReport());

  connectedCallback() {
    this.#dialog.setAttribute("aria-labelledby", "doctor-title");
    this.#status.setAttribute("role", "status");
    const close = textButton(text("action.close"), () => this.#dialog.close(), "button primary");
    this.#dialog.append(
      this.#title,
      create("p", {}, text("doctor.intro")),
      this.#list,
      this.#status,
      create("label", { htmlFor: "doctor-report" }, text("doctor.report")),
      this.#report,
      create("div", { className: "actions" }, close, this.#copy, this.#again, this.#devices),
    );
    this.replaceChildren(this.#dialog);
  }

  /** Shows the panel and runs the tests. */
  open() {
    this.#dialog.showModal();
    // By default the dialog would focus the report at its end.
    this.#title.focus();
    this.#check("");
  }

  /** @param {readonly CheckName[]} names Of the tests that begin. */
  begin(names) {
    this.#lines = new Map(names.map((name) => [name, create("li")]));
    this.#list.replaceChildren(...this.#lines.values());
    for (const [name, line] of this.#lines) fill(line, name, "pending", "");
    this.#report.value = "";
    this.#setBusy(true);
    setText(this.#status, text("doctor.running"));
  }

  /** @param {CheckResult} result */
  show({ name, outcome, why }) {
    const line = this.#lines.get(name);
    const kind = name.startsWith("turn-") ? "turn" : name;
    const advice =
      outcome === "works"
        ? undefined
        : firstText(
            `doctor.${name}.${why}`,
            `doctor.${kind}.${why}`,
            `doctor.${why}`,
            `doctor.${name}.${outcome}`,
            `doctor.${kind}.${outcome}`,
          );
    if (line !== undefined) fill(line, name, outcome, advice === undefined ? "" : text(advice));
    if (name === "devices-check") this.#devices.hidden = outcome === "works";
  }

  /** @param {string} report */
  finish(report) {
    this.#report.value = report;
    this.#setBusy(false);
    setText(this.#status, text("doctor.done"));
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    for (const button of [this.#again, this.#devices, this.#copy]) button.disabled = busy;
  }

  /** @param {"" | "devices"} detail */
  #check(detail) {
    dispatchCommand(this, "check", detail);
  }

  async #copyReport() {
    const isCopied = await copyText(this.#report.value);
    if (!isCopied) this.#report.select();
    setText(this.#status, text(isCopied ? "note.report-copied" : "note.report-not-copied"));
  }
}

/**
 * @param {HTMLLIElement} line
 * @param {CheckName} name
 * @param {import("../../doctor/checks.js").Outcome | "pending"} outcome
 * @param {string} advice
 */
function fill(line, name, outcome, advice) {
  line.dataset["check"] = name;
  line.dataset["outcome"] = outcome;
  const result = create("span", { className: "outcome" }, text(`doctor.${outcome}`));
  line.replaceChildren(create("span", { className: "check" }, text(`doctor.${name}`)), " ", result);
  if (advice !== "") line.append(create("p", {}, advice));
}

customElements.define("connection-doctor", ConnectionDoctor);
