import { CallControls } from "./call-controls.js";
import { CallStatus } from "./call-status.js";
import { ChatPanel } from "./chat-panel.js";
import { create, find } from "./dom.js";
import { text } from "./texts.js";

/** Characters of a line that are shown in passing. */
const GLIMPSE = 80;

/**
 * The chat's place in the room page: whether it is open, what is unread, and what is dropped or pasted. Event of the
 * page's main element: `sendfiles`, as of {@link ChatPanel}.
 */
export class ChatPage {
  #main;
  #panel;
  #controls;
  #status;
  #unread = 0;
  #veil = create("div", { className: "drop-veil", hidden: true }, create("p", {}, text("chat.drop")));

  /**
   * @param {HTMLElement} main Holds the elements.
   * @throws {TypeError} If one of them is not there.
   */
  constructor(main) {
    this.#main = main;
    this.#panel = find(main, "chat-panel", ChatPanel);
    this.#controls = find(main, "call-controls", CallControls);
    this.#status = find(main, "call-status", CallStatus);
    main.append(this.#veil);
    main.addEventListener("togglechat", () => this.#toggle());
    main.addEventListener("closechat", () => this.#setOpen(false));
    document.addEventListener("dragover", (event) => this.#onDrag(event));
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && this.#showVeil(false));
    document.addEventListener("drop", (event) => this.#onDrop(event));
    document.addEventListener("paste", (event) => this.#onPaste(event));
    this.#showUnread();
  }

  /** @param {import("../messages/view.js").MessagesView} view */
  show(view) {
    this.#panel.show(view);
  }

  /** What was written is on its way. */
  said() {
    this.#panel.clear();
  }

  /** @param {string} note Something to know in passing. */
  note(note) {
    this.#status.announce(note);
  }

  /**
   * Something came of the other one.
   * @param {{ text: string, file: { name: string } | null }} entry
   */
  arrived({ text: line, file }) {
    // What is open is read out by itself.
    if (!this.#panel.hidden) return;
    this.#unread++;
    this.#showUnread();
    const glimpse = line.length > GLIMPSE ? `${line.slice(0, GLIMPSE)}…` : line;
    this.note(file === null ? text("chat.arrived", { line: glimpse }) : text("chat.file-arrived", { name: file.name }));
  }

  #toggle() {
    this.#setOpen(this.#panel.hidden);
  }

  /** @param {boolean} isOpen */
  #setOpen(isOpen) {
    if (isOpen) {
      this.#unread = 0;
      this.#panel.open();
    } else {
      this.#panel.hidden = true;
      this.#controls.focusChat();
    }
    this.#main.dataset["chat"] = isOpen ? "open" : "closed";
    this.#showUnread();
  }

  #showUnread() {
    this.#controls.showChat(!this.#panel.hidden, this.#unread);
  }

  /** @param {DragEvent} event */
  #onDrag(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#showVeil(true);
  }

  /** @param {DragEvent} event */
  #onDrop(event) {
    this.#showVeil(false);
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Or the browser would open the file in place of the call.
    event.preventDefault();
    this.#send(event.dataTransfer.files);
  }

  /** @param {ClipboardEvent} event */
  #onPaste(event) {
    const { clipboardData } = event;
    // Some programs add a picture of the text.
    if (clipboardData === null || clipboardData.files.length === 0 || clipboardData.types.includes("text/plain"))
      return;
    event.preventDefault();
    this.#send(clipboardData.files);
  }

  /** @param {FileList} files */
  #send(files) {
    if (files.length === 0) return;
    if (this.#panel.hidden) this.#setOpen(true);
    this.#main.dispatchEvent(new CustomEvent("sendfiles", { detail: [...files] }));
  }

  /** @param {boolean} isShown */
  #showVeil(isShown) {
    this.#veil.hidden = !isShown;
  }
}
