import { create, iconButton } from "./dom.js";
import { text } from "./texts.js";

/** The link for the other person, shown while one waits. Events that bubble: `copylink`, `sharelink`, `openqrcode`. */
export class InvitationCard extends HTMLElement {
  #link = create("input", { id: "room-link", type: "text", readOnly: true, dir: "ltr" });

  connectedCallback() {
    const copy = this.#button("action.copy-link", "link", "copylink");
    copy.classList.add("primary");
    const share = this.#button("action.share-link", "share", "sharelink");
    share.hidden = typeof navigator.share !== "function";
    const code = this.#button("action.qr-code", "qr-code", "openqrcode");
    this.#link.addEventListener("focus", () => this.#link.select());
    this.replaceChildren(
      create(
        "section",
        { className: "card" },
        create("h2", {}, text("invitation.title")),
        create("p", {}, text("invitation.text")),
        create("label", { htmlFor: "room-link" }, text("invitation.link")),
        create("div", { className: "link-line" }, this.#link, copy),
        create("div", { className: "actions" }, share, code),
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

  /**
   * @param {import("./texts.js").TextKey} key
   * @param {string} iconName
   * @param {string} event
   */
  #button(key, iconName, event) {
    return iconButton(text(key), iconName, () => this.dispatchEvent(new Event(event, { bubbles: true })));
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
