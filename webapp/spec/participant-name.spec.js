import { cleanName, distinctName } from "../js/room/participant-name.js";

describe("The name of a peer", () => {
  it("has something to see, and is cut between characters", () => {
    for (const invisible of [
      "\u200b\u200d",
      "\u3164\u2800",
      "\u00ad \u180e",
      "\u0301\u0302",
      "\ufe0f\u{e0041}",
      "\u2063",
      "\u2800\u{1d159}",
    ])
      expect(cleanName(invisible)).withContext(escape(invisible)).toBe("");
    expect(cleanName("A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301").length).toBeLessThan(7);
    const family = "👩‍👩‍👧‍👦";
    const cut = cleanName(family.repeat(50));
    expect(cut.length % family.length).toBe(0);
    expect(cut.length).toBeGreaterThan(0);
    expect(cleanName("नमस्ते")).toBe("नमस्ते");
    expect(cleanName("\u3164".repeat(40) + "Anna")).toBe("");
    for (const name of ["a\u200e\u0301", "Anna \u202e Lee", "Anna\u0000\tLee"])
      expect(cleanName(cleanName(name)))
        .withContext(escape(name))
        .toBe(cleanName(name));
  });

  it("is not the own one", () => {
    expect(distinctName("Anna", "Anna")).toBe("Anna (2)");
    expect(distinctName("ＡＮＮＡ\u200b", " anna")).toBe("ＡＮＮＡ\u200b (2)");
    for (const alike of ["Аnna", "Αnnа", "A\u00adnna"])
      expect(distinctName(alike, "Anna")).withContext(escape(alike)).toBe(`${alike} (2)`);
    expect(cleanName("An\u2800na")).toBe("Anna");
    expect(distinctName("РАВЕL", "Pabel")).toBe("РАВЕL (2)");
    expect(distinctName("Ivan", "lvan")).toBe("Ivan (2)");
    expect(distinctName("Anne", "Anna")).toBe("Anne");
    expect(distinctName("Иван", "Анна")).toBe("Иван");
    expect(distinctName("", "")).toBe("");
  });
});
