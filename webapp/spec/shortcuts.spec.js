import { Shortcuts } from "../js/ui/menu/shortcuts.js";

describe("The shortcuts", () => {
  const target = document.createElement("main");
  const field = document.createElement("textarea");
  const button = document.createElement("button");
  /** @type {string[]} */
  const commands = [];
  let isOn = false;
  /** The time of the next event, in ms: long after the one before. */
  let now = 0;

  /**
   * @param {string} key
   * @param {EventTarget} [at]
   * @param {KeyboardEventInit & { type?: string, time?: number }} [more] `time` in ms.
   */
  const press = (key, at = document.body, { type = "keydown", time = (now += 10_000), ...more } = {}) => {
    const code = key === " " ? "Space" : `Key${key.toUpperCase()}`;
    const options = { key, code, bubbles: true, cancelable: true, composed: true, ...more };
    const event = new KeyboardEvent(type, options);
    Object.defineProperty(event, "timeStamp", { value: time });
    at.dispatchEvent(event);
    return event;
  };
  const release = (/** @type {string} */ key, at = document.body) => press(key, at, { type: "keyup" });

  beforeAll(() => {
    target.tabIndex = -1;
    target.append(field, button);
    document.body.append(target);
    for (const command of ["togglemicrophone", "togglecamera"])
      target.addEventListener(command, () => commands.push(command));
    target.addEventListener("pushtotalk", (event) =>
      commands.push(`talk ${/** @type {CustomEvent} */ (event).detail}`),
    );
    new Shortcuts(target, () => isOn);
    isOn = true;
  });
  beforeEach(() => commands.splice(0));
  afterAll(() => {
    isOn = false;
    target.remove();
  });

  it("do not take letters that were meant for a text", () => {
    press("m");
    expect(commands).toEqual(["togglemicrophone"]);
    press("h", field);
    // The other side has ended the chat, and the field has lost the focus.
    for (const pause of [200, 700, 700]) press("v", document.body, { time: (now += pause) });
    expect(commands).toEqual(["togglemicrophone"]);
    press("v", document.body, { time: (now += 1_100) });
    expect(commands).toEqual(["togglemicrophone", "togglecamera"]);
  });

  it("work at once where the person has left the text", () => {
    press("h", field);
    press("Tab", field, { time: (now += 100) });
    press("m", document.body, { time: (now += 100) });
    press("h", field);
    document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    press("m", document.body, { time: (now += 200) });
    expect(commands).toEqual(["togglemicrophone", "togglemicrophone"]);
  });

  it("leave keys alone that have another use", () => {
    for (const modifier of ["ctrlKey", "altKey", "metaKey", "modifierAltGraph"])
      press("m", document.body, { [modifier]: true });
    press("m", document.body, { isComposing: true });
    press("m", document.body, { keyCode: 229 });
    press("m", document.body, { repeat: true });
    for (const key of ["Process", "Dead", "Unidentified"]) press(key, document.body, { code: "KeyM" });
    expect(commands).toEqual([]);
  });

  it("leave keys to a screen reader while its modifier is held", () => {
    press("Insert");
    press("m");
    release("Insert");
    expect(commands).toEqual([]);
    press("Insert");
    dispatchEvent(new Event("blur"));
    press("m");
    expect(commands).toEqual(["togglemicrophone"]);
  });

  it("leave keys to fields of every kind, and to what is open", () => {
    const host = document.createElement("div");
    const inner = document.createElement("input");
    host.attachShadow({ mode: "open" }).append(inner);
    const editable = document.createElement("p");
    editable.contentEditable = "true";
    const list = document.createElement("select");
    const menu = document.createElement("div");
    menu.popover = "auto";
    const dialog = document.createElement("dialog");
    target.append(host, editable, list, menu, dialog);
    for (const at of [inner, editable, list]) press("m", at);
    menu.showPopover();
    press("m");
    press(" ");
    menu.hidePopover();
    dialog.showModal();
    press("m");
    press(" ");
    dialog.close();
    for (const one of [host, editable, list, menu, dialog]) one.remove();
    expect(commands).toEqual([]);
    press("m");
    expect(commands).toEqual(["togglemicrophone"]);
  });

  it("do not press with the space bar what was clicked before, and the focus stays on the page", () => {
    button.focus();
    spyOn(button, "matches").and.callFake((selector) => selector.startsWith("button"));
    expect(press(" ", button).defaultPrevented).toBeTrue();
    release(" ");
    expect(document.activeElement).toBe(target);
    // Which can have the focus, but is pressed by nothing.
    press(" ", target);
    release(" ", target);
    expect(commands).toEqual(["talk true", "talk false", "talk true", "talk false"]);
  });

  it("never miss that the space bar is released", () => {
    /** @type {(() => unknown)[]} */
    const ends = [
      () => release(" "),
      () => press("x", document.body, { type: "keyup", code: "Space" }),
      () => dispatchEvent(new Event("blur")),
      () => dispatchEvent(new Event("pagehide")),
      () => document.dispatchEvent(new Event("visibilitychange")),
      () => document.body.dispatchEvent(new Event("contextmenu", { bubbles: true })),
      () => press("Meta", document.body, { metaKey: true }),
      () => field.focus(),
    ];
    for (const end of ends) {
      commands.splice(0);
      field.blur();
      press(" ");
      end();
      // It goes on repeating, wherever the focus is.
      press(" ", document.body, { repeat: true });
      expect(commands).withContext(String(end)).toEqual(["talk true", "talk false"]);
      release(" ");
    }
    field.blur();
  });
});
