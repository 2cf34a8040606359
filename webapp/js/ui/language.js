/**
 * The languages there are, each by its own name: a file of the same name in languages/ holds its texts.
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

const KEY = "video-chat-room:language";
const FROM_THE_RIGHT = ["ar"];
/** Milliseconds after which a page is better read in English than not at all. */
const LONGEST_BLANK = 3_000;

/**
 * @param {readonly string[]} wanted Language tags (BCP 47), the best first.
 * @returns {string} The first of {@link LANGUAGES} that somebody with these wishes reads; English if there is none.
 */
export function firstLanguage(wanted) {
  const tags = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? "");
  return tags.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? "en";
}

/** The language of this page: the one chosen here before, else one of the browser's. */
export const language = firstLanguage([remembered() ?? "", ...navigator.languages]);

/**
 * Remembers another language, and loads the page again in it.
 * @param {string} tag One of {@link LANGUAGES}.
 */
export function chooseLanguage(tag) {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // Then the page comes back as it was.
  }
  location.reload();
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

// At once, before anything is painted: a page that turns around while it is read is no pleasure.
const root = document.documentElement;
root.lang = language;
root.dir = FROM_THE_RIGHT.includes(language) ? "rtl" : "ltr";
if (language !== "en") {
  root.dataset["untranslated"] = "";
  setTimeout(() => delete root.dataset["untranslated"], LONGEST_BLANK);
}
