import { CallControls } from "../call/call-controls.js";
import { CallStatus } from "../call/call-status.js";
import { ChatPanel } from "./chat-panel.js";
import { sessionStore } from "../../storage/storage.js";
import { dispatchCommand, handleCommands } from "../commands.js";
import { create, find } from "../dom.js";
import { text } from "../texts.js";

/** Characters of a line that are announced in the status line. */
const PREVIEW_LENGTH = 80;
/** Where it is kept for a reload that the chat is open. */
const KEY = "video-chat-room:chat-open";

/**
 * The chat within the room page: whether it is open, the number of unread entries, and files that are dropped or
 * pasted. Event of the page's main element: `sendfiles`, as of {@link ChatPanel}.
 */
export class ChatPage {
  #main;
  #panel;
  #controls;
  #status;
  #unread = 0;
  #store = sessionStore();
  #veil = create("div", { className: "drop-veil", hidden: true }, create("p", {}, text("chat.drop")));

  /**
   * @param {HTMLElement} main Contains the elements.
   * @param {boolean} comesBack Whether the page comes back to a call: the chat is open if it was.
   * @throws {TypeError} If an element is missing.
   */
  constructor(main, comesBack) {
    this.#main = main;
    this.#panel = find(main, "chat-panel", ChatPanel);
    this.#controls = find(main, "call-controls", CallControls);
    this.#status = find(main, "call-status", CallStatus);
    main.append(this.#veil);
    /** @type {import("../commands.js").Handlers<import("../commands.js").ChatPageCommands>} */
    const handlers = { togglechat: () => this.#toggle(), closechat: () => this.#setOpen(false) };
    handleCommands(main, handlers);
    document.addEventListener("dragover", (event) => this.#onDrag(event));
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && this.#showVeil(false));
    document.addEventListener("drop", (event) => this.#onDrop(event));
    document.addEventListener("paste", (event) => this.#onPaste(event));
    if (comesBack && this.#store.get(KEY) !== null) this.#setOpen(true);
    else this.#showUnread();
  }

  /** @param {import("../../messages/view.js").MessagesView} view */
  show(view) {
    this.#panel.show(view);
  }

  /** The line in the input is sent. */
  said() {
    this.#panel.clear();
  }

  /** @param {string} note Shown in the status line for some seconds. */
  note(note) {
    this.#status.announce(note);
  }

  /**
   * An entry of the peer has arrived.
   * @param {{ text: string, file: { name: string } | null }} entry
   */
  arrived({ text: line, file }) {
    // A screen reader reads new entries of the open panel by itself.
    if (!this.#panel.hidden) return;
    this.#unread++;
    this.#showUnread();
    const preview = line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH)}…` : line;
    this.#status.report(
      file === null ? text("chat.arrived", { line: preview }) : text("chat.file-arrived", { name: file.name }),
    );
  }

  #toggle() {
    this.#setOpen(this.#panel.hidden);
  }

  /** @param {boolean} isOpen */
  #setOpen(isOpen) {
    if (isOpen) {
      this.#store.set(KEY, "yes");
      this.#unread = 0;
      this.#panel.open();
    } else {
      this.#store.remove(KEY);
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
    // Otherwise the browser opens the file in place of the call.
    event.preventDefault();
    this.#send(event.dataTransfer.files);
  }

  /** @param {ClipboardEvent} event */
  #onPaste(event) {
    const { clipboardData } = event;
    // Some programs add a picture of the copied text.
    if (clipboardData === null || clipboardData.files.length === 0 || clipboardData.types.includes("text/plain"))
      return;
    event.preventDefault();
    this.#send(clipboardData.files);
  }

  /** @param {FileList} files */
  #send(files) {
    if (files.length === 0) return;
    if (this.#panel.hidden) this.#setOpen(true);
    dispatchCommand(this.#main, "sendfiles", [...files]);
  }

  /** @param {boolean} isShown */
  #showVeil(isShown) {
    this.#veil.hidden = !isShown;
  }
}
