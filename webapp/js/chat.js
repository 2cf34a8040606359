import { MAX_TEXT_LENGTH } from "./messages/limits.js";
import { ChatPage } from "./ui/chat/chat-page.js";
import { refusalText } from "./ui/chat/refusal-text.js";
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
  const write = (/** @type {string} */ draft) => {
    messages.draft.keep(draft);
    page.write(draft);
  };
  /** @type {import("./ui/commands.js").Handlers<import("./ui/commands.js").ChatCommands>} */
  const handlers = {
    say: (written) => {
      const obstacle = messages.write(written);
      // What was not sent stays in the field.
      if (obstacle === "") write("");
      else if (obstacle === "too-long" || obstacle === "too-many")
        page.complain([text(`chat.${obstacle}`, { limit: MAX_TEXT_LENGTH })]);
    },
    draft: (written) => messages.draft.keep(written),
    sendfiles: async (files) =>
      page.complain((await messages.offerReadable(files)).map(({ name, obstacle }) => refusalText(name, obstacle))),
    acceptfile: (id) => messages.accept(id),
    declinefile: (id) => messages.decline(id),
    declinefiles: () => messages.declineAll(),
    cancelfile: (id) => messages.cancel(id),
    choosefile: ({ id, file }) => messages.provide(id, file) || page.complain([text("chat.other-file")]),
  };
  handleCommands(main, handlers);
  messages.addEventListener(
    "change",
    onceAFrame(() => page.show(messages.view)),
  );
  messages.addEventListener("arrived", (event) => event instanceof CustomEvent && page.arrived(event.detail));
  messages.addEventListener("forgotten", () => write(""));
  page.show(messages.view);
  page.write(messages.draft.text);
}
