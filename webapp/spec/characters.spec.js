import { cleanName, cleanText } from "../js/messages/clean.js";
import { MAX_LINE_LENGTH, MAX_NAME_LENGTH } from "../js/messages/limits.js";
import { linesOf } from "../js/messages/lines.js";
import { charactersOf, cutAt } from "../js/text/characters.js";

/** What people count as one character. */
const CHARACTERS = ["👩‍👩‍👧‍👦", "🇩🇪", "e\u0301", "नि", "각", "👍🏽", "x"];

describe("A text", () => {
  it("is not cut within a character", () => {
    for (const character of CHARACTERS)
      for (let max = 2 * character.length; max < 4 * character.length; max++) {
        const cut = character.repeat(9).slice(0, cutAt(character.repeat(9), max));
        expect(cut.length).toBeGreaterThan(0);
        expect(cut.length % character.length)
          .withContext(`${character} ${max}`)
          .toBe(0);
      }
    expect(cutAt("short", 9)).toBe(5);
    // One letter with more marks than fit is cut all the same, but not within a surrogate pair.
    expect(cutAt("😀" + "\u{1d165}".repeat(9), 5)).toBe(4);
  });

  it("becomes lines that together are the whole of it, and are cut where a person would cut them", () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(" ");
    const lines = linesOf(words);
    expect(lines.join(" ")).toBe(words);
    expect(lines.every((line) => line.length <= MAX_LINE_LENGTH)).toBeTrue();

    const code = Array.from({ length: 900 }, (_, index) => `    call(${index}); // x`).join("\n");
    expect(linesOf(code).join("\n")).toBe(code.trim());

    for (const character of CHARACTERS) {
      const long = character.repeat(5_000);
      expect(linesOf(long).join("")).withContext(character).toBe(long);
      for (const line of linesOf(long)) expect(charactersOf(line).every((one) => one === character)).toBeTrue();
    }
    expect(linesOf("  one\r\ntwo\u0000  ")).toEqual(["one\ntwo"]);
    expect(linesOf(" \n\u0000 ")).toEqual([]);
    expect(linesOf(`a${" ".repeat(9_000)}b`)).toEqual(["a", "b"]);
    // An address is not broken where the line can be cut before it.
    const address = `https://example.org/${"a/b-c.".repeat(200)}`;
    expect(linesOf(`${"word ".repeat(700)}${address} end`)[1]).toBe(`${address} end`);
  });

  it("of a peer is not cut within a character, either", () => {
    expect(cleanText("👩‍👩‍👧‍👦".repeat(1_000))).toBe("👩‍👩‍👧‍👦".repeat(Math.floor(MAX_LINE_LENGTH / 11)));
    expect(cleanText(" \n    indented\n ")).toBe("    indented");
  });
});

describe("The name of a file", () => {
  it("stays readable, and harms no system", () => {
    for (const [written, clean] of Object.entries({
      "Łódź – żółw 2.pdf": "Łódź – żółw 2.pdf",
      "写真 (1).jpeg": "写真 (1).jpeg",
      "نسخة.docx": "نسخة.docx",
      "می\u200cخواهم.txt": "می\u200cخواهم.txt",
      "👩‍👧.png": "👩‍👧.png",
      "a/b\\c:d.txt": "a_b_c_d.txt",
      "invoice\u202egpj.exe": "invoicegpj.exe",
      "photo.jpg\u00a0\u3000\u2800      .exe": "photo.jpg .exe",
      "pay\u200bpal\ufeff.html": "paypal.html",
      "COM¹.txt": "_COM¹.txt",
      "nul .tar.gz": "_nul .tar.gz",
      conout$: "_conout$",
      "half\ud83d.txt": "half_.txt",
      "...": "file",
    }))
      expect(cleanName(written)).withContext(written).toBe(clean);
  });

  it("is shortened between characters, and keeps its extension", () => {
    for (const character of CHARACTERS) {
      const name = cleanName(`${character.repeat(300)}.tar`);
      expect(name.length).withContext(character).toBeLessThanOrEqual(MAX_NAME_LENGTH);
      expect(name.replaceAll(character.normalize(), "")).withContext(character).toBe(".tar");
      expect(cleanName(name)).toBe(name);
    }
    expect(cleanName(`a${"\u0316".repeat(500)}.txt`)).toMatch(/\.txt$/);
  });
});
