import { labelOf, signOf } from "../js/ui/menu/keyboard.js";
import { SHORTCUTS } from "../js/ui/menu/shortcuts.js";

/** @typedef {{ rows: string[], help: [key: string, code: string] }} Keyboard */

const CODES = [..."QWERTYUIOP", ..."ASDFGHJKL;", ..."ZXCVBNM,./"].map(
  (key) => ({ ";": "Semicolon", ",": "Comma", ".": "Period", "/": "Slash" })[key] ?? `Key${key}`,
);

/**
 * The thirty keys in the middle of a keyboard, three rows of ten, and how "?" is written, with Shift.
 * @type {Record<string, Keyboard>}
 */
const KEYBOARDS = {
  English: { rows: ["qwertyuiop", "asdfghjkl;", "zxcvbnm,./"], help: ["?", "Slash"] },
  German: { rows: ["qwertzuiop", "asdfghjklö", "yxcvbnm,.-"], help: ["?", "Minus"] },
  French: { rows: ["azertyuiop", "qsdfghjklm", "wxcvbn,;:!"], help: ["?", "KeyM"] },
  Spanish: { rows: ["qwertyuiop", "asdfghjklñ", "zxcvbnm,.-"], help: ["?", "Minus"] },
  Japanese: { rows: ["qwertyuiop", "asdfghjkl;", "zxcvbnm,./"], help: ["?", "Slash"] },
  "Japanese, full-width": {
    rows: ["ｑｗｅｒｔｙｕｉｏｐ", "ａｓｄｆｇｈｊｋｌ；", "ｚｘｃｖｂｎｍ、。・"],
    help: ["？", "Slash"],
  },
  "Japanese, kana": {
    rows: ["たていすかんなにらせ", "ちとしはきくまのりれ", "つさそひこみもねるめ"],
    help: ["・", "Slash"],
  },
  Arabic: { rows: ["ضصثقفغعهخح", "شسيبلاتنمك", "ئءؤرلىةوزظ"], help: ["؟", "Slash"] },
  Hindi: { rows: ["ौैाीूबहगदज", "ोे्िुपरकतच", "ॆंमनवलस,.य"], help: ["य़", "Slash"] },
  Russian: { rows: ["йцукенгшщз", "фывапролдж", "ячсмитьбю."], help: ["?", "Digit7"] },
  Dvorak: { rows: ["',.pyfgcrl", "aoeuidhtns", ";qjkxbmwvz"], help: ["?", "BracketLeft"] },
};

/** @type {(keyboard: Keyboard) => [key: string, code: string][]} */
const keysOf = ({ rows }) => [...rows.join("")].map((key, index) => [key, CODES[index] ?? ""]);

describe("A keyboard", () => {
  for (const [name, keyboard] of Object.entries(KEYBOARDS))
    it(`has each shortcut at one place: ${name}`, () => {
      const keys = keysOf(keyboard);
      expect(keys.length).toBe(30);
      const pressed = keys.map(([key, code]) => signOf({ key, code, shiftKey: false }));
      const [key, code] = keyboard.help;
      pressed.push(signOf({ key, code, shiftKey: true }));
      for (const { sign } of SHORTCUTS)
        expect(pressed.filter((one) => one === sign).length)
          .withContext(sign)
          .toBe(1);
    });

  it("takes letters by what is written on them, not by their place", () => {
    expect(signOf({ key: ",", code: "KeyM", shiftKey: false })).toBe(",");
    expect(signOf({ key: "M", code: "Semicolon", shiftKey: true })).toBe("m");
    expect(signOf({ key: "_", code: "Slash", shiftKey: true })).toBe("_");
    expect(signOf({ key: "’", code: "KeyM", shiftKey: false })).toBe("’");
    expect(signOf({ key: "é", code: "KeyW", shiftKey: false })).toBe("é");
    expect(signOf({ key: "ظ", code: "Slash", shiftKey: false })).toBe("ظ");
  });

  it("has no shortcut at keys of another use", () => {
    const signs = SHORTCUTS.map(({ sign }) => sign);
    for (const key of ["Dead", "Process", "Unidentified", "Shift", "F1", "Enter"])
      expect(signs).not.toContain(signOf({ key, code: "KeyM", shiftKey: false }));
  });
});

describe("The label of a shortcut", () => {
  const withShift = (/** @type {string} */ label) => `Shift + ${label}`;
  /** @type {(name: string) => ReadonlyMap<string, string>} */
  const layoutOf = (name) =>
    new Map(keysOf(KEYBOARDS[name] ?? { rows: [], help: ["", ""] }).map(([key, code]) => [code, key]));

  it("is what is written on the key", () => {
    for (const name of ["English", "French", "Dvorak", "unknown"])
      expect([labelOf("m", layoutOf(name), withShift), labelOf("?", layoutOf(name), withShift)]).toEqual(["M", "?"]);
    expect([labelOf("m", null, withShift), labelOf("?", null, withShift)]).toEqual(["M", "?"]);
    expect(labelOf("m", layoutOf("Russian"), withShift)).toBe("Ь");
    expect(labelOf("?", layoutOf("Russian"), withShift)).toBe("?");
    expect(labelOf("?", layoutOf("Hindi"), withShift)).toBe("Shift + य");
    expect(labelOf("?", layoutOf("Arabic"), withShift)).toBe("Shift + ظ");
  });
});
