import { MAX_TEXT_LENGTH, MAX_WAITING } from "../js/messages/limits.js";
import { connect, meet, part } from "./talk.js";
import { until } from "./support.js";

/** 5,000 letters, no two parts of which are alike. */
const PASTED = Array.from({ length: 1_250 }, (_, index) => String(index).padStart(4, "0")).join("");

describe("A text that is longer than a line", () => {
  /** @type {import("./talk.js").Talker} */
  let alice;
  /** @type {import("./talk.js").Talker} */
  let bob;

  beforeEach(async () => {
    [alice, bob] = await meet();
  });

  afterEach(() => part(alice, bob));

  it("arrives whole and in order", async () => {
    expect(alice.messages.write(PASTED)).toBe("");
    await until("all of it to arrive", () => bob.texts.length === 2);
    expect(bob.texts.join("")).toBe(PASTED);
    expect(alice.texts).toEqual(bob.texts);
  });

  it("is sent whole or not at all", async () => {
    expect(alice.messages.write("x".repeat(MAX_TEXT_LENGTH + 1))).toBe("too-long");
    expect(alice.messages.write(" \n")).toBe("empty");
    alice.messages.end();
    for (let line = 1; line < MAX_WAITING; line++) expect(alice.messages.write(`line ${line}`)).toBe("");
    expect(alice.messages.write(PASTED)).toBe("too-many");
    expect(alice.entries.length).toBe(MAX_WAITING - 1);
    expect(alice.messages.view.isFull).toBeFalse();
    expect(alice.messages.write("the last one")).toBe("");
    expect(alice.messages.view.isFull).toBeTrue();
    expect(alice.messages.write("one more")).toBe("not-now");
    await connect(alice, bob);
    await until("all lines to arrive", () => bob.texts.length === MAX_WAITING);
    await until("the field to be free again", () => alice.messages.view.canWrite);
    expect(alice.messages.view.isFull).toBeFalse();
  });

  it("is kept for a reload while it is not sent, until the person hangs up", async () => {
    alice.messages.draft.keep("I was about to s");
    alice.reload();
    expect(alice.messages.draft.text).toBe("I was about to s");
    alice.messages.draft.keep("x".repeat(MAX_TEXT_LENGTH + 1));
    expect(alice.messages.draft.text).toBe("");
    alice.messages.draft.keep("secret");
    let isForgotten = false;
    alice.messages.addEventListener("forgotten", () => (isForgotten = true));
    await alice.messages.forget();
    alice.reload();
    expect([alice.messages.draft.text, isForgotten]).toEqual(["", true]);
  });
});
