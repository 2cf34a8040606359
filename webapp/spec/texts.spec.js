import english from "../js/ui/languages/en.js";
import { LANGUAGES, firstLanguage } from "../js/ui/language.js";
import { text } from "../js/ui/texts.js";

/** @typedef {import("../js/ui/languages/en.js").Texts[keyof import("../js/ui/languages/en.js").Texts]} Entry */

const PAGES = ["index.html", "room.html", "not-found.html", "bad-room-name.html"];
/** The first words of the keys, by which keys and patterns of keys are recognised in the sources. */
const AREAS = [...new Set(Object.keys(english).map((key) => key.replace(/\..*/, "")))].join("|");

/** @type {(path: string) => Promise<string>} */
const read = async (path) => (await fetch(new URL(`../${path}`, import.meta.url))).text();

/** @type {(entry: Entry) => string[]} */
const formsOf = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));

/** @type {(sentence: string) => string[]} */
const placeholders = (sentence) => (sentence.match(/\{\w+\}/g) ?? []).sort();

/**
 * @param {string[]} paths
 * @returns {Promise<Map<string, string>>} The sources of these modules and of all their imports, except the languages.
 */
async function sourcesOf(paths) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  /** @type {(path: string) => Promise<void>} */
  const visit = async (path) => {
    if (sources.has(path) || path.includes("/languages/")) return;
    sources.set(path, "");
    const source = await read(path);
    sources.set(path, source);
    const imports = [...source.matchAll(/(?:from|import) ?\(?["`](\.[^"`$]+)["`]/g)].map((match) => match[1] ?? "");
    await Promise.all(imports.map((name) => visit(new URL(name, `file:///${path}`).pathname.slice(1))));
  };
  await Promise.all(paths.map(visit));
  return sources;
}

/** @type {Record<string, Record<string, Entry>>} */
const translations = Object.fromEntries(
  await Promise.all(
    Object.keys(LANGUAGES).map(async (tag) => [tag, (await import(`../js/ui/languages/${tag}.js`)).default]),
  ),
);

describe("The texts", () => {
  for (const language of Object.keys(LANGUAGES).filter((tag) => tag !== "en")) {
    describe(`of ${LANGUAGES[language]}`, () => {
      const texts = translations[language] ?? {};

      it("are complete, and have no unknown keys", () => {
        const missing = Object.keys(english).filter((key) => !Object.hasOwn(texts, key));
        const unknown = Object.keys(texts).filter((key) => !Object.hasOwn(english, key));
        expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
      });

      it("have the same placeholders as in English", () => {
        for (const [key, entry] of Object.entries(english)) {
          const wanted = placeholders(typeof entry === "string" ? entry : entry.other);
          const forms = texts[key] ?? "";
          // The other forms may have "one" or "two" in words.
          const general = typeof forms === "string" ? forms : forms.other;
          expect(placeholders(general)).withContext(key).toEqual(wanted);
          for (const form of formsOf(forms)) {
            for (const placeholder of placeholders(form)) expect(wanted).withContext(key).toContain(placeholder);
          }
        }
      });

      it("have a form for each plural category where English has several forms", () => {
        const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const [key, entry] of Object.entries(english)) {
          if (typeof entry === "string") continue;
          const forms = texts[key] ?? "";
          expect(Object.keys(typeof forms === "string" ? {} : forms).sort())
            .withContext(key)
            .toEqual([...categories].sort());
        }
      });

      it("are translated", () => {
        // A single word can be the same in two languages.
        const isSentence = (/** @type {string} */ form) =>
          /[a-z]{3,} [a-z]{2,}/i.test(form.replace("Video Chat Room", ""));
        const copied = Object.entries(english).filter(([key, entry]) => {
          const [form = ""] = formsOf(entry);
          return isSentence(form) && form === formsOf(texts[key] ?? "")[0];
        });
        expect(copied.map(([key]) => key)).toEqual([]);
      });
    });
  }

  it("are all used, and all keys in the pages exist", async () => {
    const pages = await Promise.all(PAGES.map(read));
    const scripts = pages.flatMap((page) => [...page.matchAll(/src="(js\/[^"]+)"/g)].map((match) => match[1] ?? ""));
    const sources = [...(await sourcesOf(scripts)).values()];
    const named = new RegExp(`["\`]((?:${AREAS})\\.[^"\`\\s/]+)["\`]`, "g");
    const uses = [...sources, ...pages].flatMap((source) => [...source.matchAll(named)].map((match) => match[1] ?? ""));
    const patterns = uses
      .filter((use) => use.includes("${"))
      .map((use) => new RegExp(`^${use.replace(/\./g, "\\.").replace(/\$\{[^}]*\}/g, ".+")}$`));
    const fixed = new Set(uses.filter((use) => !use.includes("${")));
    const unused = Object.keys(english).filter(
      (key) => !fixed.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
    // The type check finds wrong keys in scripts, but not in pages.
    const wrong = pages.flatMap((page) => [...page.matchAll(/data-text="([^"]+)"/g)].map((match) => match[1] ?? ""));
    expect(wrong.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it("are the same in the pages and in the English file", async () => {
    for (const name of PAGES) {
      const page = new DOMParser().parseFromString(await read(name), "text/html");
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-text]"))) {
        const entry = english[/** @type {keyof typeof english} */ (element.dataset["text"])];
        expect(element.textContent?.replace(/\s+/g, " ").trim()).withContext(name).toBe(String(entry));
      }
    }
  });
});

describe("A language", () => {
  it("is the first supported one of the wanted ones", () => {
    expect(firstLanguage(["nl-NL", "de-CH", "en"])).toBe("de");
    expect(firstLanguage(["pt_BR", "ES"])).toBe("es");
    expect(firstLanguage(["tlh", ""])).toBe("en");
    expect(firstLanguage(["constructor"])).toBe("en");
    expect(firstLanguage([])).toBe("en");
  });

  it("has a singular form, and formats numbers", () => {
    expect(text("reconnecting.seconds", { seconds: 1 })).not.toContain("seconds");
    expect(text("reconnecting.seconds", { seconds: 1_200 })).toContain("1,200 seconds");
  });
});
