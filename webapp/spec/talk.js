import { Messages } from "../js/messages/messages.js";
import { DiskSpool } from "../js/messages/spool.js";
import { Side } from "./side.js";
import { present, until } from "./support.js";

/** @typedef {import("../js/messages/view.js").EntryView} EntryView */

/** How somebody else begins. */
export const HELLO = { type: "hello", version: 1, author: "somebody-else-00" };
/** What he has and asks for next: nothing yet. */
export const SYNC = { type: "sync", received: 0, first: 1 };

/** What a tab keeps, without the tab. */
class TabStorage {
  /** @type {Map<string, string>} */
  #items;

  /** @param {TabStorage} [other] The tab that this one is a copy of. */
  constructor(other) {
    this.#items = new Map(other === undefined ? [] : other.#items);
  }

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.#items.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#items.delete(key);
  }
}

/** One of the two who write to each other, in a tab of his own. */
export class Talker {
  /** @type {Side | null} */
  side = null;
  /** @type {string[]} What was announced to him. */
  heard = [];
  #tab;
  #spool;

  /** @param {{ tab?: TabStorage, spool?: import("../js/messages/spool.js").Spool }} [places] Where his things are kept. */
  constructor({ tab = new TabStorage(), spool } = {}) {
    this.#tab = tab;
    this.#spool = spool;
    this.messages = this.#open();
  }

  /** @returns {Talker} He in a copy of his tab. */
  duplicate() {
    return new Talker({ tab: new TabStorage(this.#tab) });
  }

  /** Loads the page again: only what is kept is left. */
  reload() {
    this.messages.end();
    this.side?.end();
    this.messages = this.#open();
  }

  /** @returns {readonly EntryView[]} */
  get entries() {
    return this.messages.view.entries;
  }

  /** @returns {string[]} What he reads. */
  get texts() {
    return this.entries.filter(({ kind }) => kind === "text").map(({ text }) => text);
  }

  /**
   * Waits for a file of his to be in one of some states.
   * @param {...string} states
   * @returns {Promise<EntryView & { file: NonNullable<EntryView["file"]> }>} The newest file, then.
   */
  async file(...states) {
    const newest = () => this.entries.filter(({ kind }) => kind === "file").at(-1);
    await until(`the file to be ${states.join(" or ")}`, () => states.includes(newest()?.file?.state ?? ""));
    return /** @type {any} */ (present(newest()));
  }

  /** @returns {Promise<Blob | null>} What is kept of the file that he offered first. */
  async copy() {
    return await this.#disk.copied("1-out-1");
  }

  /** @returns {Promise<number>} How many blocks are kept of the file that was first offered to him. */
  async keptBlocks() {
    return (await this.#disk.open("1-in-1")).length;
  }

  get #disk() {
    const { author } = JSON.parse(present(this.#tab.getItem("video-chat-room:chat:room")));
    return new DiskSpool(author);
  }

  #open() {
    const spool = this.#spool;
    const storage = /** @type {Storage} */ (/** @type {unknown} */ (this.#tab));
    const messages = new Messages("room", spool === undefined ? { storage } : { storage, spool: () => spool });
    messages.addEventListener("arrived", (event) => event instanceof CustomEvent && this.heard.push(event.detail.text));
    return messages;
  }
}

/**
 * Connects two with each other, by a connection of their own; an earlier one is broken off.
 * @param {Talker} first
 * @param {Talker} second
 */
export async function connect(first, second) {
  const sides = [
    new Side("offerer", { role: "offerer", polite: false }),
    new Side("answerer", { role: "answerer", polite: true }),
  ];
  [first, second].forEach((talker, index) => {
    const side = present(sides[index]);
    talker.messages.end();
    talker.side?.end();
    talker.side = side;
    side.other = present(sides[1 - index]);
    talker.messages.begin(true);
    side.link.addEventListener("channels", () => talker.messages.use(present(side.link.messageChannels)));
  });
  for (const { link } of sides) link.start();
  await until("both to be able to write", () =>
    [first, second].every(({ messages }) => messages.view.contact === "open"),
  );
}

/** @returns {Promise<[Talker, Talker]>} Two who are connected. */
export async function meet() {
  const [alice, bob] = [new Talker(), new Talker()];
  await connect(alice, bob);
  return [alice, bob];
}

/**
 * Ends what they have, and forgets what they keep.
 * @param {...Talker} talkers
 */
export async function part(...talkers) {
  for (const { messages, side } of talkers) {
    await messages.forget();
    side?.end();
  }
}

/**
 * @param {number} size
 * @param {string} [name]
 * @param {string} [type]
 * @returns {File} Of bytes that are nowhere the same.
 */
export function makeFile(size, name = "notes.bin", type = "") {
  const words = new Uint32Array(Math.ceil(size / 4));
  for (let index = 0, seed = size + 1; index < words.length; index++)
    words[index] = seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return new File([new Uint8Array(words.buffer, 0, size)], name, { type, lastModified: 1_700_000_000_000 });
}

/**
 * @param {Blob | null} blob
 * @returns {Promise<string>} Its SHA-256.
 */
export async function hashOf(blob) {
  const hash = await crypto.subtle.digest("SHA-256", await present(blob).arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Connects somebody with a test that writes on the channels itself.
 * @param {Talker} talker
 */
export async function connectChannels(talker) {
  const mine = new Side("offerer", { role: "offerer", polite: false });
  const theirs = new Side("answerer", { role: "answerer", polite: true });
  [mine.other, theirs.other, talker.side] = [theirs, mine, mine];
  talker.messages.begin(true);
  mine.link.addEventListener("channels", () => talker.messages.use(present(mine.link.messageChannels)));
  /** @type {any[]} */
  const heard = [];
  theirs.link.addEventListener("channels", () => {
    present(theirs.link.messageChannels).messages.onmessage = ({ data }) => heard.push(JSON.parse(data));
  });
  for (const { link } of [mine, theirs]) link.start();
  await until(
    "the channels to be open",
    () =>
      theirs.link.messageChannels?.messages.readyState === "open" &&
      theirs.link.messageChannels.files.readyState === "open",
  );
  const close = () => [mine, theirs].forEach((side) => side.end());
  return { channels: present(theirs.link.messageChannels), heard, close };
}
