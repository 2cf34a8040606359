import { connect, hashOf, makeFile, meet, part } from "./talk.js";
import { present, until } from "./support.js";

const MB = 2 ** 20;

describe("A file between two sides", () => {
  /** @type {import("./talk.js").Talker} */
  let alice;
  /** @type {import("./talk.js").Talker} */
  let bob;

  beforeEach(async () => {
    [alice, bob] = await meet();
  });

  afterEach(() => part(alice, bob));

  /**
   * @param {number} size
   * @param {string} [name]
   * @param {string} [type]
   */
  async function offer(size, name, type) {
    const file = makeFile(size, name, type);
    expect(alice.messages.offer([file])).toEqual([]);
    await until("the offer to arrive", () => bob.entries.some(({ kind }) => kind === "file"));
    return file;
  }

  it("arrives unchanged under a safe name, and is complete on both sides", async () => {
    const file = await offer(3 * MB + 5, "../a\u202etxt.exe");
    const offered = await bob.file("offered");
    expect(offered.file.name).toBe("_atxt.exe");
    expect(offered.file.content).toBeNull();
    bob.messages.accept(offered.id);
    const { file: taken } = await bob.file("complete");
    expect(await hashOf(taken.content)).toBe(await hashOf(file));
    expect(present(taken.content).type).toBe("application/octet-stream");
    await alice.file("complete");
  });

  it("may be empty, and may end with a whole block", async () => {
    for (const size of [0, 2 * MB]) {
      const file = await offer(size);
      bob.messages.accept((await bob.file("offered")).id);
      expect(await hashOf((await bob.file("complete")).file.content)).toBe(await hashOf(file));
      await alice.file("complete");
    }
  });

  it("can be declined", async () => {
    await offer(10);
    bob.messages.decline((await bob.file("offered")).id);
    await alice.file("declined");
  });

  it("is accepted without asking if it is a small picture of a safe type", async () => {
    const file = await offer(1000, "me.png", "image/png");
    const { file: taken } = await bob.file("complete");
    expect([taken.isPicture, present(taken.content).type]).toEqual([true, "image/png"]);
    expect(await hashOf(taken.content)).toBe(await hashOf(file));
    await offer(1000, "me.svg", "image/svg+xml");
    expect((await bob.file("offered")).file.isPicture).toBeFalse();
  });

  for (const who of /** @type {const} */ (["sender", "receiver"])) {
    it(`can be canceled by the ${who} during the transfer`, async () => {
      await offer(12 * MB);
      bob.messages.accept((await bob.file("offered")).id);
      await until("some of it to arrive", () => (bob.entries.at(-1)?.file?.done ?? 0) > MB);
      const canceler = who === "sender" ? alice : bob;
      canceler.messages.cancel(present(canceler.entries.at(-1)).id);
      for (const talker of [alice, bob]) expect((await talker.file("canceled")).file.content).toBeNull();
      // Another file can follow.
      await offer(10);
      bob.messages.accept((await bob.file("offered")).id);
      await alice.file("complete");
    });
  }

  it("resumes after a new connection and after a reload of either page", async () => {
    const file = await offer(12 * MB + 1);
    await until("a copy to be stored", async () => (await alice.copy())?.size === file.size);
    bob.messages.accept((await bob.file("offered")).id);
    const done = () => bob.entries.at(-1)?.file?.done ?? 0;
    for (const reload of [() => undefined, () => bob.reload(), () => alice.reload()]) {
      // What has arrived can be more: bytes that are not stored yet are sent again.
      const before = await bob.storedBlocks();
      await until(
        "more of it to be stored",
        async () => (await bob.storedBlocks()) >= before + 3 || done() === file.size,
      );
      reload();
      // Where it resumes, before more bytes arrive: at a whole block.
      const from = new Promise((resolve) =>
        bob.messages.addEventListener("change", () => done() > 0 && resolve(done())),
      );
      await connect(alice, bob);
      const start = Number(await from);
      expect(start % MB).toBe(start === file.size ? 1 : 0);
      expect(start).toBeGreaterThanOrEqual(MB);
    }
    const { file: taken } = await bob.file("complete");
    expect(await hashOf(taken.content)).toBe(await hashOf(file));
    await alice.file("complete");
    bob.reload();
    await until("the complete file to be found again", () => bob.entries.at(-1)?.file?.content !== null);
    expect(await hashOf(present(bob.entries.at(-1)).file?.content ?? null)).toBe(await hashOf(file));
  });
});
