import { create, setText, textButton } from "../dom.js";
import { text } from "../texts.js";

/** Shows the QR code of a room's address. */
export class QrSheet extends HTMLElement {
  #title = create("h2", { id: "qr-title", tabIndex: -1 }, text("qr.title"));
  #image = create("img", { className: "qr-code", hidden: true, width: 240, height: 240 });
  #status = create("p");
  #link = create("p", { className: "qr-link", dir: "ltr" });
  #dialog = create("dialog", { className: "sheet" });
  #source = "";

  connectedCallback() {
    const close = textButton(text("action.close"), () => this.#dialog.close(), "button primary");
    this.#dialog.setAttribute("aria-labelledby", "qr-title");
    this.#status.setAttribute("role", "status");
    this.#dialog.onclose = () => this.#replace("");
    this.#dialog.replaceChildren(
      this.#title,
      create("p", {}, text("qr.text")),
      create("div", { className: "qr-place" }, this.#image),
      this.#status,
      this.#link,
      create("div", { className: "actions" }, close),
    );
    this.replaceChildren(this.#dialog);
  }

  /**
   * Opens the sheet with the address, before the code is loaded.
   * @param {URL} address
   */
  open(address) {
    setText(this.#link, address.href);
    setText(this.#status, "");
    this.#image.alt = text("qr.image", { link: address.href });
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#title.focus();
  }

  /** @param {Blob | null} image Null if it could not be loaded. */
  show(image) {
    this.#replace(image === null ? "" : URL.createObjectURL(image));
    setText(this.#status, image === null ? text("qr.failed") : "");
  }

  /** @param {string} source */
  #replace(source) {
    if (this.#source !== "") URL.revokeObjectURL(this.#source);
    this.#source = source;
    this.#image.hidden = source === "";
    this.#image.src = source;
  }
}

customElements.define("qr-sheet", QrSheet);
