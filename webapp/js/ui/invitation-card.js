import { create, iconButton } from "./dom.js";
import { text } from "./texts.js";

/** The link for the other person, shown while one waits. Event that bubbles: `copylink`. */
export class InvitationCard extends HTMLElement {
  #link = create("input", { id: "room-link", type: "text", readOnly: true, dir: "ltr" });

  connectedCallback() {
    const copy = iconButton(text("action.copy-link"), "link", () =>
      this.dispatchEvent(new Event("copylink", { bubbles: true })),
    );
    copy.classList.add("primary");
    this.#link.addEventListener("focus", () => this.#link.select());
    this.replaceChildren(
      create(
        "section",
        { className: "card" },
        create("h2", {}, text("invitation.title")),
        create("p", {}, text("invitation.text")),
        create("label", { htmlFor: "room-link" }, text("invitation.link")),
        create("div", { className: "link-line" }, this.#link, copy),
      ),
    );
  }

  /**
   * @param {boolean} visible
   * @param {URL} address
   */
  show(visible, address) {
    this.hidden = !visible;
    const readable = readableAddress(address);
    if (this.#link.value !== readable) this.#link.value = readable;
  }

  /** Selects the link, for a person who must copy it by hand. */
  selectLink() {
    if (!this.hidden) this.#link.focus();
  }
}

/**
 * @param {URL} address
 * @returns {string} With letters in place of percent signs; it leads to the same room.
 */
function readableAddress(address) {
  try {
    return decodeURI(address.href);
  } catch {
    return address.href;
  }
}

customElements.define("invitation-card", InvitationCard);
