import { connect, meet, part, Talker } from "./talk.js";
import { until } from "./support.js";

describe("A chat between two sides", () => {
  /** @type {Talker} */
  let alice;
  /** @type {Talker} */
  let bob;

  beforeEach(async () => {
    [alice, bob] = await meet();
  });

  afterEach(() => part(alice, bob));

  const delivered = (/** @type {Talker} */ talker) =>
    until("everything to be delivered", () => talker.entries.every(({ delivery }) => delivery !== "waiting"));

  it("delivers lines in both directions, in order, as text", async () => {
    alice.messages.say("  one\r\ntwo\u0000  ");
    alice.messages.say("<img src=x onerror=alert(1)>");
    bob.messages.say("three");
    await delivered(alice);
    await delivered(bob);
    expect(bob.texts.filter((text) => text !== "three")).toEqual(["one\ntwo", "<img src=x onerror=alert(1)>"]);
    expect(bob.heard).toEqual(["one\ntwo", "<img src=x onerror=alert(1)>"]);
    expect(alice.heard).toEqual(["three"]);
    expect(alice.messages.say(" \n ")).toBeFalse();
  });

  it("delivers every line once and in order over connections that break", async () => {
    /** @type {string[]} */
    const said = [];
    for (let round = 0; round < 4; round++) {
      for (let line = 0; line < 25; line++) {
        said.push(`${round}.${line}`);
        expect(alice.messages.say(`${round}.${line}`)).toBeTrue();
      }
      // The connection breaks during the delivery; in two rounds one of the pages reloads as well.
      if (round === 1) alice.reload();
      if (round === 2) bob.reload();
      await connect(alice, bob);
    }
    await delivered(alice);
    expect(bob.texts).toEqual(said);
    expect(bob.heard).toEqual(said);
  });

  it("says when the oldest lines are no longer kept", async () => {
    for (let line = 0; line < 7; line++) {
      for (let i = 0; i < 40; i++) for (const { messages } of [alice, bob]) messages.say(`${line}.${i}`);
      await delivered(alice);
      await delivered(bob);
    }
    for (const { entries, messages } of [alice, bob]) {
      expect(entries.length).toBe(500);
      expect(messages.view.isShortened).toBeTrue();
    }
    alice.reload();
    expect(alice.messages.view.isShortened).toBeTrue();
  });

  it("accepts lines while the peer is away", async () => {
    bob.reload();
    alice.messages.end();
    expect(alice.messages.view.contact).toBe("away");
    expect(alice.messages.say("are you there?")).toBeTrue();
    expect(alice.entries[0]?.delivery).toBe("waiting");
    await connect(alice, bob);
    await delivered(alice);
    expect(bob.texts).toEqual(["are you there?"]);
  });

  it("sends nothing of it to another peer", async () => {
    alice.messages.say("for Bob");
    await delivered(alice);
    alice.messages.end();
    alice.messages.say("for Bob, later");
    const carol = new Talker();
    await connect(alice, carol);
    alice.messages.say("for Carol");
    await delivered(alice);
    expect(carol.texts).toEqual(["for Carol"]);
    expect(alice.entries.map(({ kind, delivery }) => [kind, delivery])).toEqual([
      ["text", "delivered"],
      ["text", "lost"],
      ["divider", ""],
      ["text", "delivered"],
    ]);
    await carol.messages.forget();
    carol.side?.end();
  });

  it("is deleted on the side that hangs up", async () => {
    alice.messages.say("secret");
    await delivered(alice);
    await bob.messages.forget();
    expect(bob.entries).toEqual([]);
    bob.reload();
    await connect(alice, bob);
    expect(bob.texts).toEqual([]);
    expect(alice.texts).toEqual(["secret"]);
  });

  it("continues in a tab that takes the call back from its duplicate", async () => {
    alice.messages.say("1");
    await delivered(alice);
    // The tab does not learn what its duplicate sends.
    const duplicate = alice.duplicate();
    await connect(duplicate, bob);
    duplicate.messages.say("2");
    await delivered(duplicate);
    bob.messages.say("3");
    await delivered(bob);
    await connect(alice, bob);
    await until("the tab to receive what it missed", () => alice.texts.includes("3"));
    alice.messages.say("4");
    await delivered(alice);
    expect(bob.texts).toEqual(["1", "2", "3", "4"]);
    expect(alice.texts).toEqual(["1", "3", "4"]);
    duplicate.side?.end();
  });
});
