import { connect, meet, part, Talker } from "./talk.js";
import { until } from "./support.js";

describe("Two who write to each other", () => {
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

  it("read each other's lines, in order, as text", async () => {
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

  it("get every line once and in order over connections that break", async () => {
    /** @type {string[]} */
    const said = [];
    for (let round = 0; round < 4; round++) {
      for (let line = 0; line < 25; line++) {
        said.push(`${round}.${line}`);
        expect(alice.messages.say(`${round}.${line}`)).toBeTrue();
      }
      // In the midst of it, on both sides, and at one of them with the page.
      if (round === 1) alice.reload();
      if (round === 2) bob.reload();
      await connect(alice, bob);
    }
    await delivered(alice);
    expect(bob.texts).toEqual(said);
    expect(bob.heard).toEqual(said);
  });

  it("may write while the other one is away", async () => {
    bob.reload();
    alice.messages.end();
    expect(alice.messages.view.contact).toBe("away");
    expect(alice.messages.say("are you there?")).toBeTrue();
    expect(alice.entries[0]?.delivery).toBe("waiting");
    await connect(alice, bob);
    await delivered(alice);
    expect(bob.texts).toEqual(["are you there?"]);
  });

  it("tell nothing to whoever comes instead", async () => {
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

  it("keep nothing when one hangs up", async () => {
    alice.messages.say("secret");
    await delivered(alice);
    await bob.messages.forget();
    expect(bob.entries).toEqual([]);
    bob.reload();
    await connect(alice, bob);
    expect(bob.texts).toEqual([]);
    expect(alice.texts).toEqual(["secret"]);
  });

  it("go on where a tab that was left behind takes the call back", async () => {
    alice.messages.say("1");
    await delivered(alice);
    // The tab does not hear of what its copy says.
    const other = alice.duplicate();
    await connect(other, bob);
    other.messages.say("2");
    await delivered(other);
    bob.messages.say("3");
    await delivered(bob);
    await connect(alice, bob);
    await until("the tab to have what it missed", () => alice.texts.includes("3"));
    alice.messages.say("4");
    await delivered(alice);
    expect(bob.texts).toEqual(["1", "2", "3", "4"]);
    expect(alice.texts).toEqual(["1", "3", "4"]);
    other.side?.end();
  });
});
