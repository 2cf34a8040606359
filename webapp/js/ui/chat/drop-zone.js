import { create, setText } from "../dom.js";
import { text } from "../texts.js";
import { filesOf, meansFiles } from "./transfer.js";

/** Where text can be dropped and pasted. */
const FIELD = "input:read-write, textarea:read-write";
/** Fields into which files cannot be pasted: the person means something else there. */
const OTHER_FIELD = "input, select, textarea, [contenteditable]";

/**
 * @typedef {object} DropZoneOptions
 * @property {HTMLElement} input Where files may be pasted, too.
 * @property {() => boolean} canSend Whether files can be sent now.
 * @property {(transferred: import("./transfer.js").Transferred) => void} onFiles
 */

/**
 * The page as the place where files are dropped and pasted. Nothing that is dropped leads the browser to another page,
 * and text is taken by the fields only.
 */
export class DropZone {
  #options;
  #words = create("p");
  #veil = create("div", { className: "drop-veil", hidden: true }, this.#words);
  /** Something of this page is dragged: a picture of the chat, a link. */
  #isOwn = false;

  /**
   * @param {HTMLElement} main
   * @param {DropZoneOptions} options
   */
  constructor(main, options) {
    this.#options = options;
    main.append(this.#veil);
    document.addEventListener("dragstart", () => (this.#isOwn = true));
    document.addEventListener("dragend", () => (this.#isOwn = false));
    document.addEventListener("dragover", (event) => this.#onDrag(event));
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && (this.#veil.hidden = true));
    document.addEventListener("drop", (event) => this.#onDrop(event));
    document.addEventListener("paste", (event) => this.#onPaste(event));
  }

  /** @param {DragEvent} event */
  #onDrag(event) {
    const { dataTransfer } = event;
    if (dataTransfer === null || this.#isText(event)) return;
    event.preventDefault();
    if (!this.#isFiles(dataTransfer)) {
      dataTransfer.dropEffect = "none";
      return;
    }
    setText(this.#words, text(this.#options.canSend() ? "chat.drop" : "chat.drop-not"));
    this.#veil.hidden = false;
  }

  /** @param {DragEvent} event */
  #onDrop(event) {
    this.#veil.hidden = true;
    const { dataTransfer } = event;
    if (dataTransfer === null || this.#isText(event)) return;
    // Otherwise the browser opens what is dropped in place of the call.
    event.preventDefault();
    if (this.#isFiles(dataTransfer)) this.#options.onFiles(filesOf(dataTransfer));
  }

  /** @param {ClipboardEvent} event */
  #onPaste(event) {
    const { clipboardData, target } = event;
    if (clipboardData === null || !meansFiles(clipboardData) || isSheetOpen()) return;
    const field = target instanceof Element ? target.closest(OTHER_FIELD) : null;
    if (field !== null && field !== this.#options.input) return;
    event.preventDefault();
    this.#options.onFiles(filesOf(clipboardData));
  }

  /** @param {DataTransfer} transfer */
  #isFiles({ types }) {
    return types.includes("Files") && !this.#isOwn && !isSheetOpen();
  }

  /**
   * @param {DragEvent} event
   * @returns {boolean} Whether it is text over a field, which takes it by itself.
   */
  #isText({ target, dataTransfer }) {
    return target instanceof Element && target.matches(FIELD) && !(dataTransfer?.types.includes("Files") ?? false);
  }
}

/** @returns {boolean} Whether a sheet lies above the chat. */
function isSheetOpen() {
  return document.querySelector("dialog[open]") !== null;
}
