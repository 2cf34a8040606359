import { ChatEntry } from "./chat-entry.js";
import { dispatchCommand } from "../commands.js";
import { create, icon, iconButton, setText } from "../dom.js";
import { isEnter, isOfConversion } from "../enter.js";
import { firstText, text } from "../texts.js";

/** @typedef {import("../../messages/view.js").MessagesView} MessagesView */

/** Problems that are shown at once. */
const MAX_PROBLEMS = 5;
/** Pixels from the end within which the log scrolls along with new entries. */
const NEAR_END = 80;

/**
 * The chat: the log and the form. Events that bubble: `say` (its detail is the text), `draft` (what the input
 * holds), `sendfiles` (a list of files), `closechat`, and those of {@link FileCard}.
 */
export class ChatPanel extends HTMLElement {
  input = create("textarea", {
    rows: 1,
    id: "chat-text",
    placeholder: text("chat.write"),
    dir: "auto",
    enterKeyHint: "send",
  });
  #log = create("div", { className: "chat-log", tabIndex: 0 });
  #empty = create("p", { className: "chat-empty" }, text("chat.empty"));
  #shortened = create("p", { className: "chat-empty" }, text("chat.shortened"));
  #notice = create("p", { className: "chat-notice" });
  #problem = create("p", { className: "chat-notice chat-problem" });
  /** @type {readonly string[]} */
  #problems = [];
  #chooser = create("input", { type: "file", multiple: true, hidden: true, id: "chat-files" });
  #attach = iconButton(text("chat.attach"), "attach", () => this.#chooser.click());
  #send = create("button", { type: "submit", className: "button primary", title: text("chat.send") }, icon("send"));
  /** @type {Map<number, ChatEntry>} */
  #entries = new Map();

  connectedCallback() {
    this.#log.setAttribute("role", "log");
    this.#log.setAttribute("aria-label", text("chat.log"));
    for (const line of [this.#notice, this.#problem]) line.setAttribute("role", "status");
    this.input.setAttribute("aria-label", text("chat.write"));
    this.#send.setAttribute("aria-label", text("chat.send"));
    const title = create("h2", { id: "chat-title" }, text("chat.title"));
    const close = iconButton(text("action.close"), "close", () => dispatchCommand(this, "closechat"));
    close.setAttribute("aria-label", text("chat.close"));
    const form = create("form", { className: "chat-form" }, this.#attach, this.#chooser, this.input, this.#send);
    const panel = create(
      "section",
      { className: "chat" },
      create("header", {}, title, close),
      this.#log,
      this.#notice,
      this.#problem,
      form,
    );
    panel.setAttribute("aria-labelledby", "chat-title");
    form.onsubmit = (event) => this.#submit(event);
    this.input.onkeydown = (event) => this.#onKey(event);
    this.input.oninput = () => dispatchCommand(this, "draft", this.input.value);
    this.#chooser.onchange = () => {
      this.forgetProblems();
      dispatchCommand(this, "sendfiles", [...(this.#chooser.files ?? [])]);
      this.#chooser.value = "";
    };
    this.onkeydown = (event) => {
      if (event.key === "Escape" && !isOfConversion(event)) dispatchCommand(this, "closechat");
    };
    this.replaceChildren(panel);
  }

  /** Shows the panel and focuses the input. */
  open() {
    this.hidden = false;
    this.#toEnd();
    (this.input.readOnly ? this.#log : this.input).focus();
  }

  /** @param {MessagesView} view */
  show({ contact, canWrite, isFull, canSendFiles, canDeclineAll, isShortened, entries }) {
    const notice = firstText(isFull ? "chat.too-many" : `chat.${contact}`);
    setText(this.#notice, notice === undefined ? "" : text(notice));
    // Not disabled: it would lose the focus, and the letters that are typed on would be shortcuts.
    this.input.readOnly = !canWrite;
    this.#send.disabled = !canWrite;
    this.#attach.disabled = !canSendFiles;
    this.#showEntries(entries, canDeclineAll);
    if (isShortened && !this.#shortened.isConnected) this.#log.prepend(this.#shortened);
  }

  /** @param {string} draft What the input holds from now on. */
  write(draft) {
    this.input.value = draft;
    if (draft === "") this.forgetProblems();
  }

  /**
   * Says what was not sent, besides what was said since the person has last sent something.
   * @param {readonly string[]} problems Sentences.
   */
  complain(problems) {
    this.#showProblems([...new Set([...this.#problems, ...problems])]);
  }

  /** The person sends something else: what was said about the last is over. */
  forgetProblems() {
    this.#showProblems([]);
  }

  /** @param {readonly string[]} problems */
  #showProblems(problems) {
    this.#problems = problems;
    const more = problems.length - MAX_PROBLEMS;
    const rest = more > 0 ? [text("refused.more", { count: more })] : [];
    setText(this.#problem, [...problems.slice(0, MAX_PROBLEMS), ...rest].join("\n"));
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
    // Nothing in the log is touched that stays as it is: a screen reader hears of it.
    if (entries.length > 0) this.#empty.remove();
    else if (!this.#empty.isConnected) this.#log.replaceChildren(this.#empty);
    let isNew = false;
    for (const [index, entry] of entries.entries()) {
      const element = this.#entries.get(entry.id) ?? new ChatEntry(entries[index - 1]?.at);
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
    if (!this.input.readOnly && this.input.value.trim() !== "") {
      this.forgetProblems();
      dispatchCommand(this, "say", this.input.value);
    }
    this.input.focus();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.altKey || isOfConversion(event)) return;
    event.preventDefault();
    if (isEnter(event)) this.input.form?.requestSubmit();
  }
}

customElements.define("chat-panel", ChatPanel);
