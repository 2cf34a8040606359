import { dispatchCommand } from "../commands.js";
import { create, icon, setText, textButton } from "../dom.js";
import { Settling } from "../settling.js";
import { firstText, text } from "../texts.js";
import { thumbnailOf } from "./thumbnail.js";

/** @typedef {import("../../messages/view.js").FileView} FileView */

/** @type {"button"} */
const BUTTONS = "button";
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

/**
 * A file that is offered, in transfer or complete. Events that bubble, with the entry's id as their detail:
 * `acceptfile`, `declinefile`, `cancelfile`; `declinefiles`; and `choosefile`, with `{ id, file }`, when the user has
 * chosen a lost file again.
 */
export class FileCard extends HTMLElement {
  #name = create("bdi", { className: "file-name" });
  #facts = create("p", { className: "file-facts" });
  #bar = create("progress", { max: 1 });
  #done = create("p", { className: "file-facts" });
  /** Screen readers read what moves in a log. What it says is the description of the button to cancel. */
  #progress = create("div", { className: "file-progress", hidden: true }, this.#done, this.#bar);
  #picture = create("img", { decoding: "async" });
  #actions = create("div", { className: "actions" });
  #chooser = create("input", { type: "file", hidden: true });
  #id = 0;
  #shown = "";
  /** @type {Blob | null} */
  #content = null;
  #address = "";
  #pictureAddress = "";
  /** An offer comes up by itself, and others move it. */
  #settling = new Settling(this, () =>
    this.#shown.startsWith("offered") ? [...this.#actions.querySelectorAll(BUTTONS)] : [],
  );

  connectedCallback() {
    this.#chooser.onchange = () => {
      const file = this.#chooser.files?.[0];
      if (file !== undefined) dispatchCommand(this, "choosefile", { id: this.#id, file });
      this.#chooser.value = "";
    };
    this.#progress.setAttribute("aria-hidden", "true");
    this.#progress.setAttribute("aria-live", "off");
    const title = create("p", { className: "file-title" }, icon("file"), this.#name);
    this.replaceChildren(this.#picture, title, this.#facts, this.#progress, this.#actions, this.#chooser);
  }

  /**
   * @param {number} id
   * @param {boolean} mine
   * @param {FileView} file
   * @param {boolean} canDeclineAll Whether the user may decline all further files.
   */
  show(id, mine, file, canDeclineAll) {
    this.#id = id;
    const { name, size, state, done } = file;
    const wasRunning = this.#shown === "running";
    setText(this.#name, name);
    setText(this.#facts, factsOf(mine, file));
    if (state === "running") {
      this.#bar.value = size === 0 ? 0 : done / size;
      setText(this.#done, text("file.done", { done: sizeText(Math.min(done, size)), size: sizeText(size) }));
    }
    this.#showContent(file);
    const shown = state === "offered" && canDeclineAll ? "offered again" : state;
    if (this.#shown === shown) return;
    this.#shown = shown;
    this.dataset["state"] = state;
    this.#progress.hidden = state !== "running";
    this.#showActions(mine, file, canDeclineAll);
    if (state === "offered" && !mine) this.#settling.begin();
    else this.#settling.end();
    // Saves an accepted file to the downloads at once.
    if (wasRunning && state === "complete" && !mine && !file.isPicture) this.querySelector("a")?.click();
  }

  disconnectedCallback() {
    this.#settling.end();
    this.#forgetContent();
    this.#content = null;
  }

  #forgetContent() {
    URL.revokeObjectURL(this.#address);
    URL.revokeObjectURL(this.#pictureAddress);
    this.#pictureAddress = "";
    this.#picture.hidden = true;
  }

  /** @param {FileView} file */
  #showContent({ content, isPicture, name, state }) {
    if (this.#content !== content) {
      this.#forgetContent();
      this.#content = content;
      this.#address = content === null ? "" : URL.createObjectURL(content);
      this.#shown = "";
      if (isPicture && content !== null) void this.#showPicture(content, name);
    }
    const isHidden = this.#pictureAddress === "" || state === "canceled" || state === "failed";
    if (this.#picture.hidden !== isHidden) this.#picture.hidden = isHidden;
  }

  /**
   * @param {Blob} content
   * @param {string} name
   */
  async #showPicture(content, name) {
    const thumbnail = await thumbnailOf(content);
    if (thumbnail === null || this.#content !== content) return;
    this.#pictureAddress = URL.createObjectURL(thumbnail);
    Object.assign(this.#picture, { src: this.#pictureAddress, alt: name, hidden: false });
  }

  /**
   * @param {boolean} mine
   * @param {FileView} file
   * @param {boolean} canDeclineAll
   */
  #showActions(mine, { state, name }, canDeclineAll) {
    const actions = [];
    if (state === "offered" && !mine) {
      actions.push(
        this.#button("file.accept", "acceptfile", name, "primary"),
        this.#button("file.decline", "declinefile", name),
      );
      if (canDeclineAll)
        actions.push(
          textButton(text("file.never"), () => this.#settling.isSettled && dispatchCommand(this, "declinefiles")),
        );
    }
    if (state === "missing") actions.push(this.#chooseButton(name));
    if (state === "running" || state === "missing" || (state === "offered" && mine)) {
      const cancel = this.#button("file.cancel", "cancelfile", name);
      if (state === "running") cancel.onfocus = () => cancel.setAttribute("aria-description", this.#done.textContent);
      actions.push(cancel);
    }
    if (state === "complete" && !mine && this.#content !== null) {
      const save = create(
        "a",
        { className: "button", href: this.#address, download: name },
        icon("save"),
        text("file.save"),
      );
      save.setAttribute("aria-label", text("file.save.label", { name }));
      actions.push(save);
    }
    this.#actions.replaceChildren(...actions);
    this.#actions.hidden = actions.length === 0;
  }

  /**
   * @param {"file.accept" | "file.decline" | "file.cancel"} key
   * @param {"acceptfile" | "declinefile" | "cancelfile"} command
   * @param {string} name
   * @param {string} [kind]
   */
  #button(key, command, name, kind = "") {
    // Another entry may have moved the card since the last look.
    const press = () => this.#settling.isSettled && dispatchCommand(this, command, this.#id);
    const button = textButton(text(key), press, `button ${kind}`);
    button.setAttribute("aria-label", text(`${key}.label`, { name }));
    return button;
  }

  /** @param {string} name */
  #chooseButton(name) {
    const button = textButton(text("file.choose"), () => this.#chooser.click(), "button primary");
    button.setAttribute("aria-label", text("file.choose.label", { name }));
    return button;
  }
}

/**
 * @param {boolean} mine
 * @param {FileView} file
 * @returns {string}
 */
function factsOf(mine, { state, reason, size, done }) {
  const all = sizeText(size);
  const who = mine ? "mine" : "theirs";
  const key = firstText(`file.${reason}.${who}`, `file.${reason}`, `file.${state}.${who}`, `file.${state}`);
  return key === undefined ? all : text(key, { size: all, done: sizeText(Math.min(done, size)) });
}

/**
 * @param {number} bytes
 * @returns {string} With a unit, in the page's language.
 */
function sizeText(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const digits = step === 0 || value >= 100 ? 0 : 1;
  const format = { style: /** @type {const} */ ("unit"), unit: UNITS[step] ?? "byte", maximumFractionDigits: digits };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(value);
}

customElements.define("file-card", FileCard);
