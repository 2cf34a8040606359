import { Shortcuts } from "../js/ui/menu/shortcuts.js";

describe("The shortcuts", () => {
  const target = document.createElement("div");
  const field = document.createElement("textarea");
  /** @type {string[]} */
  const commands = [];
  let isOn = false;

  /**
   * @param {string} key
   * @param {EventTarget} at
   * @param {number} time Of the event, in ms.
   */
  const press = (key, at, time) => {
    const event = new KeyboardEvent("keydown", {
      key,
      code: `Key${key.toUpperCase()}`,
      bubbles: true,
      cancelable: true,
    });
    Object.defineProperty(event, "timeStamp", { value: time });
    at.dispatchEvent(event);
  };

  beforeAll(() => {
    document.body.append(field);
    for (const command of ["togglemicrophone", "togglecamera"])
      target.addEventListener(command, () => commands.push(command));
    new Shortcuts(target, () => isOn);
    isOn = true;
  });
  beforeEach(() => commands.splice(0));
  afterAll(() => {
    isOn = false;
    field.remove();
  });

  it("do not take letters that were meant for a text", () => {
    press("m", document.body, 1_000);
    expect(commands).toEqual(["togglemicrophone"]);
    press("h", field, 10_000);
    // The other side has ended the chat, and the field has lost the focus.
    for (const time of [10_200, 10_900, 11_600]) press("v", document.body, time);
    expect(commands).toEqual(["togglemicrophone"]);
    press("v", document.body, 12_700);
    expect(commands).toEqual(["togglemicrophone", "togglecamera"]);
  });

  it("work at once where the person has left the text", () => {
    press("h", field, 20_000);
    press("Tab", field, 20_100);
    press("m", document.body, 20_200);
    press("h", field, 30_000);
    document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    press("m", document.body, 30_200);
    expect(commands).toEqual(["togglemicrophone", "togglemicrophone"]);
  });
});
