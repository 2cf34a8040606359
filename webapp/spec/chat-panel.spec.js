import { ChatPanel } from "../js/ui/chat/chat-panel.js";
import { NameField } from "../js/ui/settings/name-field.js";
import { submitOnlyByEnter } from "../js/ui/enter.js";
import { present } from "./support.js";

/** @typedef {import("../js/messages/view.js").FileView} FileView */

const OPEN = {
  contact: /** @type {const} */ ("open"),
  canWrite: true,
  isFull: false,
  canSendFiles: true,
  canDeclineAll: false,
  isShortened: false,
};

/**
 * @param {EventTarget} field
 * @param {KeyboardEventInit} init
 * @returns {boolean} Whether the browser would go on with the key.
 */
function press(field, init) {
  return field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
}

const ENTER = { key: "Enter", code: "Enter", keyCode: 13 };
/** Presses of Enter that are not meant to send or to submit anything. */
const NOT_MEANT = {
  "chooses in a conversion": { ...ENTER, keyCode: 229, isComposing: true },
  // A stand-in for Safari: the key follows the end of the conversion.
  "ends a conversion in Safari": { ...ENTER, keyCode: 229 },
  "is held since then": { ...ENTER, repeat: true },
};

describe("The chat's panel", () => {
  /** @type {ChatPanel} */
  let panel;
  /** @type {[string, any][]} */
  let commands;

  beforeEach(() => {
    commands = [];
    panel = new ChatPanel();
    for (const name of ["say", "draft", "closechat"])
      panel.addEventListener(name, (event) => commands.push([name, event instanceof CustomEvent && event.detail]));
    document.body.append(panel);
    panel.show({ ...OPEN, entries: [] });
  });

  afterEach(() => panel.remove());

  it("sends by Enter", () => {
    panel.input.value = "こんにちは";
    expect(press(panel.input, ENTER)).toBeFalse();
    expect(commands).toEqual([["say", "こんにちは"]]);
  });

  for (const [what, event] of Object.entries(NOT_MEANT))
    it(`does not send by an Enter that ${what}`, () => {
      panel.input.value = "こんにちは";
      press(panel.input, event);
      expect(commands).toEqual([]);
    });

  it("leaves new lines to the browser, and Escape to a conversion", () => {
    panel.input.value = "a";
    for (const modifier of ["shiftKey", "altKey"])
      expect(press(panel.input, { ...ENTER, [modifier]: true })).toBeTrue();
    press(panel.input, { key: "Escape", isComposing: true });
    press(panel.input, { key: "Escape", keyCode: 229 });
    expect(commands).toEqual([]);
    press(panel.input, { key: "Escape" });
    expect(commands.map(([name]) => name)).toEqual(["closechat"]);
  });

  it("takes a text of any length, and tells what is written", () => {
    expect(panel.input.maxLength).toBe(-1);
    panel.input.value = "not sent yet";
    panel.input.dispatchEvent(new Event("input"));
    expect(commands).toEqual([["draft", "not sent yet"]]);
    panel.show({ ...OPEN, contact: "away", canWrite: false, isFull: true, entries: [] });
    expect(panel.input.value).toBe("not sent yet");
    expect(panel.textContent).toContain("Too much is waiting");
  });

  it("says what was not sent until the next is sent, and not more than can be read", () => {
    const said = () => panel.querySelector(".chat-problem")?.textContent?.split("\n") ?? [];
    panel.complain(["one"]);
    panel.complain(["two", "one"]);
    panel.complain([]);
    expect(said()).toEqual(["one", "two"]);
    panel.complain(Array.from({ length: 30 }, (_, index) => `file ${index}`));
    expect(said().length).toBe(6);
    expect(said().at(-1)).toBe("27 more were not sent.");
    panel.input.value = "next";
    press(panel.input, ENTER);
    expect(said()).toEqual([""]);
  });

  it("is quiet about the progress of a file, but for its begin and its end", () => {
    const log = present(panel.querySelector("[role=log]"));
    const live = [log, ...panel.querySelectorAll("[role=status]")];
    const observer = new MutationObserver(() => undefined);
    for (const region of live)
      observer.observe(region, { subtree: true, childList: true, characterData: true, attributes: true });
    /** @returns {number} Changes that a screen reader hears of. */
    const heard = () =>
      observer
        .takeRecords()
        .filter(
          ({ target }) =>
            (target instanceof Element ? target : target.parentElement)?.closest("[aria-hidden=true]") === null,
        ).length;
    const show = (/** @type {Partial<FileView>} */ file) =>
      panel.show({
        ...OPEN,
        entries: [
          {
            id: 1,
            kind: "file",
            mine: false,
            at: 0,
            text: "",
            delivery: "",
            file: {
              name: "film.mp4",
              size: 1e8,
              state: "running",
              reason: "",
              done: 0,
              content: null,
              isPicture: false,
              ...file,
            },
          },
        ],
      });
    show({ state: "offered" });
    expect(heard()).toBeGreaterThan(0);
    show({ done: 0 });
    expect(heard()).toBeGreaterThan(0);
    for (let done = 1e6; done < 1e8; done += 1e6) show({ done });
    expect(heard()).toBe(0);
    const { value } = present(panel.querySelector("progress"));
    expect(value).toBeCloseTo(0.99);
    const cancel = present(panel.querySelector("file-card .actions button"));
    cancel.dispatchEvent(new FocusEvent("focus"));
    expect(cancel.getAttribute("aria-description")).toBe("99 MB of 100 MB");
    observer.takeRecords();
    show({ state: "failed", reason: "checksum" });
    expect(heard()).toBeGreaterThan(0);
    observer.disconnect();
  });
});

describe("A field for one line", () => {
  const form = document.createElement("form");
  const field = new NameField("a-name", "A hint.");
  const input = () => present(field.querySelector("input"));

  beforeAll(() => {
    form.append(field);
    document.body.append(form);
    submitOnlyByEnter(form);
  });
  afterAll(() => form.remove());

  it("is submitted by an Enter that is meant only", () => {
    expect(press(input(), ENTER)).toBeTrue();
    for (const [what, event] of Object.entries(NOT_MEANT)) expect(press(input(), event)).withContext(what).toBeFalse();
  });

  it("for the name says what is left out of it, and counts as people do", () => {
    const hint = () => field.querySelector(".hint")?.textContent;
    const write = (/** @type {string} */ name) => {
      input().value = name;
      input().dispatchEvent(new Event("input"));
    };
    expect(input().maxLength).toBe(-1);
    write("👩‍👩‍👧‍👦".repeat(40));
    expect(hint()).toBe("A hint.");
    write("x".repeat(41));
    expect(hint()).toContain("40");
    expect(field.value.length).toBe(41);
    field.show("Anna");
    expect([field.value, hint()]).toEqual(["Anna", "A hint."]);
  });
});
