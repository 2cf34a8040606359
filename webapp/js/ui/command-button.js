import { dispatchCommand } from "./commands.js";
import { iconButton } from "./dom.js";
import { text } from "./texts.js";

/**
 * Creates a button with an icon that dispatches a command.
 * @param {EventTarget} target Where it is dispatched.
 * @param {import("./texts.js").TextKey} key Of the label.
 * @param {string} iconName
 * @param {import("./commands.js").PlainCommand} command
 * @returns {HTMLButtonElement}
 */
export function commandButton(target, key, iconName, command) {
  return iconButton(text(key), iconName, () => dispatchCommand(target, command));
}
