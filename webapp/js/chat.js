import { ChatPage } from "./ui/chat/chat-page.js";
import { handleCommands } from "./ui/commands.js";
import { onceAFrame } from "./ui/once-a-frame.js";
import { text } from "./ui/texts.js";

/**
 * Connects the chat of a page to the chat of a call.
 * @param {HTMLElement} main
 * @param {import("./room/call.js").Call} call
 */
export function chat(main, { messages, hasSeat }) {
  const page = new ChatPage(main, hasSeat);
  /** @type {import("./ui/commands.js").Handlers<import("./ui/commands.js").ChatCommands>} */
  const handlers = {
    say: (line) => messages.say(line) && page.said(),
    sendfiles: (files) => messages.offer(files).length > 0 && page.note(text("chat.not-sent")),
    acceptfile: (id) => messages.accept(id),
    declinefile: (id) => messages.decline(id),
    declinefiles: () => messages.declineAll(),
    cancelfile: (id) => messages.cancel(id),
    choosefile: ({ id, file }) => messages.provide(id, file) || page.note(text("chat.other-file")),
  };
  handleCommands(main, handlers);
  messages.addEventListener(
    "change",
    onceAFrame(() => page.show(messages.view)),
  );
  messages.addEventListener("arrived", (event) => event instanceof CustomEvent && page.arrived(event.detail));
  page.show(messages.view);
}
