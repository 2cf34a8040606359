import { ChatPage } from "./ui/chat-page.js";
import { text } from "./ui/texts.js";

/**
 * Connects the chat of a page with that of a call.
 * @param {HTMLElement} main
 * @param {import("./room/call.js").Call} call
 */
export function chat(main, { messages }) {
  const page = new ChatPage(main);
  /** @type {Record<string, (detail: any) => void>} */
  const actions = {
    say: (line) => messages.say(line) && page.said(),
    sendfiles: (files) => messages.offer(files).length > 0 && page.note(text("chat.not-sent")),
    acceptfile: (id) => messages.accept(id),
    declinefile: (id) => messages.decline(id),
    cancelfile: (id) => messages.cancel(id),
    choosefile: ({ id, file }) => messages.provide(id, file) || page.note(text("chat.other-file")),
  };
  for (const [type, act] of Object.entries(actions)) {
    main.addEventListener(type, (event) => event instanceof CustomEvent && act(event.detail));
  }
  messages.addEventListener("change", () => page.show(messages.view));
  messages.addEventListener("arrived", (event) => event instanceof CustomEvent && page.arrived(event.detail));
  page.show(messages.view);
}
