import { language } from "./language.js";

/** @typedef {import("./languages/en.js").TextKey} TextKey */
/** @typedef {import("./languages/en.js").Texts} Texts */

/** @type {Texts} Of the language in use: no other is loaded. */
const texts = (await import(`./languages/${language}.js`)).default;
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isRightToLeft = document.documentElement.dir === "rtl";

/**
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values] For the names in braces. The first number among them chooses the
 *   form, where a sentence has several.
 * @returns {string}
 */
export function text(key, values = {}) {
  const entry = texts[key];
  const count = Object.values(values).find((value) => typeof value === "number");
  const sentence = typeof entry === "string" ? entry : (entry[plurals.select(Number(count))] ?? entry.other);
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name] ?? whole));
}

/**
 * The first of some keys that has a sentence: from the special to the general.
 * @param {string[]} keys
 * @returns {TextKey | undefined}
 */
export function firstText(...keys) {
  return /** @type {TextKey | undefined} */ (keys.find((key) => Object.hasOwn(texts, key)));
}

/**
 * Puts the texts of the language in use into a page that was written in English: an element's attribute `data-text`
 * names its key.
 */
export function translatePage() {
  if (language !== "en") {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-text]"))) {
      element.textContent = text(/** @type {TextKey} */ (element.dataset["text"]));
    }
  }
  delete document.documentElement.dataset["untranslated"];
}

/**
 * A name that runs the other way than its sentence would take the marks around it along: it is isolated from them
 * (Unicode Standard Annex 9, "Bidirectional Algorithm": U+2068 and U+2069).
 * @param {string | number} value
 */
function shown(value) {
  if (typeof value === "number") return numbers.format(value);
  return isRightToLeft || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}
