import { MAX_FILE_BYTES, MAX_OFFERS, MAX_PICTURES } from "../js/messages/limits.js";
import { connect, makeFile, meet, part, Talker } from "./talk.js";
import { until } from "./support.js";

describe("Files that a person wants to send", () => {
  /** @type {Talker} */
  let alice;
  /** @type {Talker} */
  let bob;

  beforeEach(async () => {
    [alice, bob] = await meet();
  });

  afterEach(() => part(alice, bob));

  /**
   * A stand-in for a folder, and for a file that has vanished: browsers find out when they read it.
   * @param {string} name
   */
  function unreadable(name) {
    const file = makeFile(4_096, name);
    const failing = new Blob();
    failing.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
    file.slice = () => failing;
    return file;
  }

  it("are offered if they can be read; of the others their person is told why not", async () => {
    const large = makeFile(1, "large.img");
    Object.defineProperty(large, "size", { value: MAX_FILE_BYTES + 1 });
    const files = [
      makeFile(3, "a.txt"),
      unreadable("folder"),
      large,
      makeFile(0, "empty.txt"),
      unreadable("x\u202egone"),
    ];
    expect(await alice.messages.offerReadable(files)).toEqual([
      { name: "folder", obstacle: "unreadable" },
      { name: "xgone", obstacle: "unreadable" },
      { name: "large.img", obstacle: "too-large" },
    ]);
    await until("the others to arrive", () => bob.entries.length === 2);
    expect(bob.entries.map(({ file }) => file?.name)).toEqual(["a.txt", "empty.txt"]);
    expect(alice.entries.length).toBe(2);
  });

  it("are not offered if the other side would decline them unseen", async () => {
    const files = Array.from({ length: MAX_OFFERS + 2 }, (_, index) => makeFile(5, `${index}.txt`));
    expect(alice.messages.offer(files)).toEqual([
      { name: `${MAX_OFFERS}.txt`, obstacle: "too-many" },
      { name: `${MAX_OFFERS + 1}.txt`, obstacle: "too-many" },
    ]);
    await until("the offers to arrive", () => bob.entries.length === MAX_OFFERS);
    expect(bob.entries.every(({ file }) => file?.state === "offered")).toBeTrue();
  });

  it("may be more if they are pictures, which nobody is asked about", async () => {
    const pictures = Array.from({ length: MAX_PICTURES }, (_, index) => makeFile(5, `${index}.png`, "image/png"));
    expect(alice.messages.offer(pictures)).toEqual([]);
    await until(
      "all to arrive",
      () => bob.entries.filter(({ file }) => file?.state === "complete").length === MAX_PICTURES,
    );
    expect(alice.entries.some(({ file }) => file?.state === "declined")).toBeFalse();
  });

  it("are not offered to somebody who has come meanwhile", async () => {
    const slow = makeFile(3, "for Bob.txt");
    /** @type {(value: ArrayBuffer) => void} */
    let answer = () => undefined;
    const reading = new Blob();
    reading.arrayBuffer = () => new Promise((resolve) => (answer = resolve));
    slow.slice = () => reading;
    const refusals = alice.messages.offerReadable([slow]);
    const carol = new Talker();
    await connect(alice, carol);
    answer(new ArrayBuffer(1));
    expect(await refusals).toEqual([{ name: "for Bob.txt", obstacle: "not-now" }]);
    expect(carol.entries).toEqual([]);
    await part(carol);
  });

  it("fail on both sides when they are shortened during the transfer", async () => {
    const file = makeFile(2 ** 20 + 9, "log.txt");
    expect(alice.messages.offer([file])).toEqual([]);
    const { id } = await bob.file("offered");
    await until("the copy to be stored", async () => (await alice.copy())?.size === file.size);
    const whole = file.slice.bind(file);
    // A stand-in for browsers that read what is left of such a file.
    file.slice = (start = 0, end = file.size) => whole(start, Math.min(end, 2 ** 20 + 4));
    bob.messages.accept(id);
    for (const talker of [alice, bob]) expect((await talker.file("failed")).file.reason).toBe("unreadable");
  });
});
