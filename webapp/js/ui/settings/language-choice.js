import { create, icon } from "../dom.js";
import { LANGUAGES, chooseLanguage, language } from "../language.js";
import { text } from "../texts.js";

/** Lets the user choose the language of the pages. */
export class LanguageChoice extends HTMLElement {
  connectedCallback() {
    const options = Object.entries(LANGUAGES).map(([tag, name]) =>
      create("option", { value: tag, lang: tag, selected: tag === language }, name),
    );
    const select = create("select", { id: "language" }, ...options);
    select.setAttribute("aria-describedby", "language-hint");
    select.onchange = () => chooseLanguage(select.value);
    this.replaceChildren(
      create("label", { htmlFor: "language" }, icon("globe"), text("language.label")),
      select,
      create("p", { id: "language-hint" }, text("language.hint")),
    );
  }
}

customElements.define("language-choice", LanguageChoice);
