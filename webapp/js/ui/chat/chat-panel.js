import { ChatEntry } from "./chat-entry.js";
import { dispatchCommand } from "../commands.js";
import { create, icon, iconButton, setText } from "../dom.js";
import { firstText, text } from "../texts.js";

/** @typedef {import("../../messages/view.js").MessagesView} MessagesView */

/** Characters of a line, as in src/docs/protocol/messages.md. */
const MAX_LINE_LENGTH = 4_000;
/** Pixels from the end within which the log scrolls along with new entries. */
const NEAR_END = 80;

/**
 * The chat: the log and the form. Events that bubble: `say` (its detail is the text), `sendfiles` (a list
 * of files), `closechat`, and those of {@link FileCard}.
 */
export class ChatPanel extends HTMLElement {
  #log = create("div", { className: "chat-log", tabIndex: 0 });
  #empty = create("p", { className: "chat-empty" }, text("chat.empty"));
  #shortened = create("p", { className: "chat-empty" }, text("chat.shortened"));
  #notice = create("p", { className: "chat-notice" });
  #input = create("textarea", {
    rows: 1,
    maxLength: MAX_LINE_LENGTH,
    id: "chat-text",
    placeholder: text("chat.write"),
    dir: "auto",
  });
  #chooser = create("input", { type: "file", multiple: true, hidden: true, id: "chat-files" });
  #attach = iconButton(text("chat.attach"), "attach", () => this.#chooser.click());
  #send = create("button", { type: "submit", className: "button primary", title: text("chat.send") }, icon("send"));
  /** @type {Map<number, ChatEntry>} */
  #entries = new Map();

  connectedCallback() {
    this.#log.setAttribute("role", "log");
    this.#log.setAttribute("aria-label", text("chat.log"));
    this.#notice.setAttribute("role", "status");
    this.#input.setAttribute("aria-label", text("chat.write"));
    this.#send.setAttribute("aria-label", text("chat.send"));
    const title = create("h2", { id: "chat-title" }, text("chat.title"));
    const close = iconButton(text("action.close"), "close", () => dispatchCommand(this, "closechat"));
    close.setAttribute("aria-label", text("chat.close"));
    const form = create("form", { className: "chat-form" }, this.#attach, this.#chooser, this.#input, this.#send);
    const panel = create(
      "section",
      { className: "chat" },
      create("header", {}, title, close),
      this.#log,
      this.#notice,
      form,
    );
    panel.setAttribute("aria-labelledby", "chat-title");
    form.onsubmit = (event) => this.#submit(event);
    this.#input.onkeydown = (event) => this.#onKey(event);
    this.#chooser.onchange = () => {
      dispatchCommand(this, "sendfiles", [...(this.#chooser.files ?? [])]);
      this.#chooser.value = "";
    };
    this.onkeydown = ({ key }) => void (key === "Escape" && dispatchCommand(this, "closechat"));
    this.replaceChildren(panel);
  }

  /** Shows the panel and focuses the input. */
  open() {
    this.hidden = false;
    this.#toEnd();
    (this.#input.readOnly ? this.#log : this.#input).focus();
  }

  /** @param {MessagesView} view */
  show({ contact, canWrite, canSendFiles, canDeclineAll, isShortened, entries }) {
    const notice = firstText(`chat.${contact}`);
    setText(this.#notice, notice === undefined ? "" : text(notice));
    // Not disabled: it would lose the focus, and the letters that are typed on would be shortcuts.
    this.#input.readOnly = !canWrite;
    this.#send.disabled = !canWrite;
    this.#attach.disabled = !canSendFiles;
    this.#showEntries(entries, canDeclineAll);
    if (isShortened && !this.#shortened.isConnected) this.#log.prepend(this.#shortened);
  }

  /** Empties the input. */
  clear() {
    this.#input.value = "";
  }

  /**
   * @param {MessagesView["entries"]} entries
   * @param {boolean} canDeclineAll
   */
  #showEntries(entries, canDeclineAll) {
    const isAtEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_END;
    const present = new Set(entries.map(({ id }) => id));
    for (const [id, element] of this.#entries) {
      if (present.has(id)) continue;
      element.remove();
      this.#entries.delete(id);
    }
    if (entries.length === 0) this.#log.replaceChildren(this.#empty);
    else this.#empty.remove();
    let isNew = false;
    for (const entry of entries) {
      const element = this.#entries.get(entry.id) ?? new ChatEntry();
      element.show(entry, canDeclineAll);
      if (this.#entries.has(entry.id)) continue;
      this.#entries.set(entry.id, element);
      this.#log.append(element);
      isNew ||= entry.mine || isAtEnd;
    }
    if (isNew || isAtEnd) this.#toEnd();
  }

  #toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    if (!this.#input.readOnly && this.#input.value.trim() !== "") dispatchCommand(this, "say", this.#input.value);
    this.#input.focus();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    // Enter also ends the composition of an input method.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#input.form?.requestSubmit();
  }
}

customElements.define("chat-panel", ChatPanel);
