import { preferredLanguages } from "../browser/about.js";
import { Preference } from "../storage/preference.js";

/**
 * The languages of the pages, each by its own name: the file of that tag in languages/ holds its texts.
 * @type {Readonly<Record<string, string>>}
 */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ar: "العربية",
  ja: "日本語",
};

const RIGHT_TO_LEFT = ["ar"];
/** Milliseconds for which a page may hide its texts until they are translated; then it shows them in English. */
const MAX_UNTRANSLATED = 3_000;

const preference = new Preference("language");

/**
 * @param {readonly string[]} wanted Language tags (BCP 47), the best first.
 * @returns {string} The first of {@link LANGUAGES} that is wanted; English if there is none.
 */
export function firstLanguage(wanted) {
  const tags = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? "");
  return tags.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? "en";
}

/** The language of this page: the one that was chosen here before, or else one of the browser's. */
export const language = firstLanguage([preference.value ?? "", ...preferredLanguages()]);

/**
 * Remembers another language, and reloads the page in it.
 * @param {string} tag One of {@link LANGUAGES}.
 */
export function chooseLanguage(tag) {
  preference.choose(tag);
  location.reload();
}

// Before the first paint, so that the direction of the page does not change while it is shown.
const root = document.documentElement;
root.lang = language;
root.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
if (language !== "en") {
  root.dataset["untranslated"] = "";
  setTimeout(() => delete root.dataset["untranslated"], MAX_UNTRANSLATED);
}
