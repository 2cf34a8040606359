import { charactersOf, MAX_PERSON_NAME } from "../../text/characters.js";
import { dispatchCommand } from "../commands.js";
import { create, setText } from "../dom.js";
import { text } from "../texts.js";

/**
 * The field for the person's own name, with its label and its hint. A name that is too long can be written: it says what
 * the other person sees of it. Events that bubble: `changename`, with the name as its detail.
 */
export class NameField extends HTMLElement {
  #input;
  #hint;
  #usual;

  /**
   * @param {string} id Of its input.
   * @param {string} [hint] What it says about a name that is not too long.
   */
  constructor(id, hint = "") {
    super();
    this.#usual = hint;
    this.#input = create("input", { id, type: "text", autocomplete: "name", spellcheck: false });
    this.#hint = create("p", { id: `${id}-hint`, className: "hint" }, hint);
  }

  connectedCallback() {
    this.#hint.setAttribute("role", "status");
    this.#input.setAttribute("aria-describedby", this.#hint.id);
    this.#input.onchange = () => dispatchCommand(this, "changename", this.#input.value);
    this.#input.oninput = () => this.#showHint();
    this.replaceChildren(create("label", { htmlFor: this.#input.id }, text("lobby.name")), this.#input, this.#hint);
  }

  get value() {
    return this.#input.value;
  }

  /** @param {string} name Shown, unless the person is writing. */
  show(name) {
    if (document.activeElement === this.#input || this.#input.value === name) return;
    this.#input.value = name;
    this.#showHint();
  }

  #showHint() {
    const isLong = charactersOf(this.#input.value.trim()).length > MAX_PERSON_NAME;
    setText(this.#hint, isLong ? text("lobby.name-long", { count: MAX_PERSON_NAME }) : this.#usual);
  }
}

customElements.define("name-field", NameField);
