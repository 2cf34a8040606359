import { canShare } from "../../browser/sharing.js";
import { commandButton } from "../command-button.js";
import { create } from "../dom.js";
import { text } from "../texts.js";

/**
 * The link to send to the peer, shown while the user waits alone. Events that bubble: `copylink`, `sharelink`,
 * `openqrcode`.
 */
export class InvitationCard extends HTMLElement {
  #link = create("input", { id: "room-link", type: "text", readOnly: true, dir: "ltr" });

  connectedCallback() {
    const copy = commandButton(this, "action.copy-link", "link", "copylink");
    copy.classList.add("primary");
    const share = commandButton(this, "action.share-link", "share", "sharelink");
    share.hidden = !canShare();
    const code = commandButton(this, "action.qr-code", "qr-code", "openqrcode");
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

  /** Selects the link, for the user to copy. */
  selectLink() {
    if (!this.hidden) this.#link.focus();
  }
}

/**
 * @param {URL} address
 * @returns {string} Without percent encoding. It leads to the same room.
 */
function readableAddress(address) {
  try {
    return decodeURI(address.href);
  } catch {
    return address.href;
  }
}

customElements.define("invitation-card", InvitationCard);
