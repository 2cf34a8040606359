import { language } from "./language.js";

/** @typedef {import("./languages/en.js").TextKey} TextKey */
/** @typedef {import("./languages/en.js").Texts} Texts */

/** @type {Texts} Only the current language is loaded. */
const texts = (await import(`./languages/${language}.js`)).default;
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
/** Scripts, and characters that change the direction of what follows. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202a-\u202e\u2066-\u2068]/u;
const isRightToLeft = document.documentElement.dir === "rtl";

/**
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values] For the placeholders in braces. The first number among them selects
 *   the plural form.
 * @returns {string}
 */
export function text(key, values = {}) {
  const entry = texts[key];
  const count = Object.values(values).find((value) => typeof value === "number");
  const sentence = typeof entry === "string" ? entry : (entry[plurals.select(Number(count))] ?? entry.other);
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => formatted(values[name] ?? whole));
}

/**
 * Finds the first key that has a text. Pass the specific keys before the general ones.
 * @param {string[]} keys
 * @returns {TextKey | undefined}
 */
export function firstText(...keys) {
  return /** @type {TextKey | undefined} */ (keys.find((key) => Object.hasOwn(texts, key)));
}

/**
 * Translates a page that is written in English: the attribute `data-text` of an element names the key of its text.
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
 * Isolates a value whose direction of writing differs from its sentence, which would reorder the characters around it
 * (Unicode Standard Annex 9, "Bidirectional Algorithm": U+2068 and U+2069).
 * @param {string | number} value
 */
function formatted(value) {
  if (typeof value === "number") return numbers.format(value);
  return isRightToLeft || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}
