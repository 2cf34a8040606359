import { CallControls } from "../call/call-controls.js";
import { CallStatus } from "../call/call-status.js";
import { ChatPanel } from "./chat-panel.js";
import { sessionStore } from "../../storage/storage.js";
import { dispatchCommand, handleCommands } from "../commands.js";
import { find } from "../dom.js";
import { text } from "../texts.js";
import { followVisibleArea } from "../visible-area.js";
import { cutAt } from "../../text/characters.js";
import { DropZone } from "./drop-zone.js";
import { refusalText } from "./refusal-text.js";

/** UTF-16 code units of a line that are announced in the status line. */
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
  #canSendFiles = false;

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
    new DropZone(main, {
      input: this.#panel.input,
      canSend: () => this.#canSendFiles,
      onFiles: (transferred) => this.#send(transferred),
    });
    followVisibleArea(main);
    /** @type {import("../commands.js").Handlers<import("../commands.js").ChatPageCommands>} */
    const handlers = { togglechat: () => this.#toggle(), closechat: () => this.#setOpen(false) };
    handleCommands(main, handlers);
    if (comesBack && this.#store.get(KEY) !== null) this.#setOpen(true);
    else this.#showUnread();
  }

  /** @param {import("../../messages/view.js").MessagesView} view */
  show(view) {
    this.#canSendFiles = view.canSendFiles;
    this.#panel.show(view);
  }

  /** @param {string} draft What the input holds from now on. */
  write(draft) {
    this.#panel.write(draft);
  }

  /** @param {readonly string[]} problems Sentences that say what was not sent and why. They are shown with earlier ones. */
  complain(problems) {
    this.#panel.complain(problems);
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
    const preview = line.length > PREVIEW_LENGTH ? `${line.slice(0, cutAt(line, PREVIEW_LENGTH))}…` : line;
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

  /** @param {import("./transfer.js").Transferred} transferred */
  #send({ files, folders }) {
    if (files.length + folders.length === 0) return;
    if (this.#panel.hidden) this.#setOpen(true);
    this.#panel.forgetProblems();
    if (files.length > 0) dispatchCommand(this.#main, "sendfiles", files);
    this.#panel.complain(folders.map((name) => refusalText(name, "folder")));
  }
}
