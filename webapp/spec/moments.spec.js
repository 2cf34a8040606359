import { momentWriter } from "../js/ui/moments.js";

describe("A moment", () => {
  const moment = new Date(2026, 10, 28, 15, 7);
  // Blanks may be narrow, and not to be broken.
  const plain = (/** @type {string} */ written) => written.replace(/\s/gu, " ");

  it("has twelve hours or twenty-four as the person is used to it, in the page's language", () => {
    const written = (/** @type {string} */ page, /** @type {string[]} */ ...wanted) =>
      plain(momentWriter(page, wanted)(moment, moment));
    expect(written("en", "en-US", "en")).toBe("03:07 PM");
    expect(written("en", "en-GB", "en")).toBe("15:07");
    expect(written("en", "de-DE", "de", "en-US", "en")).toBe("15:07");
    expect(written("de", "en-US", "de")).toBe("03:07 PM");
    expect(written("ja", "ja")).not.toBe("");
    expect(written("de", "not a tag", "de-AT")).toBe("15:07");
  });

  it("has its day if that is another one", () => {
    const write = momentWriter("en", ["en-GB"]);
    expect(write(moment, new Date(2026, 10, 28, 0, 0))).toBe("15:07");
    expect(plain(write(moment, new Date(2026, 10, 29, 0, 1)))).toMatch(/Sat.*28 Nov.*15:07/);
    expect(plain(write(moment, new Date(2025, 10, 28, 15, 7)))).toMatch(/28 Nov.*15:07/);
  });
});
