import { DiskBlockStore } from "../js/messages/block-store.js";
import { Messages } from "../js/messages/messages.js";
import { Pair } from "./side.js";
import { present, until } from "./support.js";
import { MemoryArea } from "./storage-areas.js";

/** @typedef {import("../js/messages/view.js").EntryView} EntryView */
/** @typedef {import("./side.js").Side} Side */

/** The first message of a peer. */
export const HELLO = { type: "hello", version: 1, author: "somebody-else-00" };
/** The second message of a peer that has neither received nor sent a line. */
export const SYNC = { type: "sync", received: 0, first: 1 };

/** One side of a chat, in a tab of its own. */
export class Talker {
  /** @type {Side | null} */
  side = null;
  /** @type {string[]} The texts of all `arrived` events. */
  heard = [];
  #tab;
  #store;

  /** @param {{ tab?: MemoryArea, store?: import("../js/messages/block-store.js").BlockStore }} [options] */
  constructor({ tab = new MemoryArea(), store } = {}) {
    this.#tab = tab;
    this.#store = store;
    this.messages = this.#open();
  }

  /** @returns {Talker} The same side in a duplicate of its tab. */
  duplicate() {
    return new Talker({ tab: new MemoryArea(this.#tab) });
  }

  /** Reloads the page: only what is stored remains. */
  reload() {
    this.messages.end();
    this.side?.end();
    this.messages = this.#open();
  }

  /** @returns {readonly EntryView[]} */
  get entries() {
    return this.messages.view.entries;
  }

  /** @returns {string[]} The lines of its log. */
  get texts() {
    return this.entries.filter(({ kind }) => kind === "text").map(({ text }) => text);
  }

  /**
   * Waits until the newest file is in one of the states.
   * @param {...string} states
   * @returns {Promise<EntryView & { file: NonNullable<EntryView["file"]> }>} The newest file.
   */
  async file(...states) {
    const newest = () => this.entries.filter(({ kind }) => kind === "file").at(-1);
    await until(`the file to be ${states.join(" or ")}`, () => states.includes(newest()?.file?.state ?? ""));
    return /** @type {any} */ (present(newest()));
  }

  /** @returns {Promise<Blob | null>} The stored copy of the first file that it has offered. */
  async copy() {
    return await this.#disk.readCopy("1-out-1");
  }

  /** @returns {Promise<number>} How many blocks are stored of the first file that it was offered. */
  async storedBlocks() {
    return (await this.#disk.readBlocks("1-in-1")).length;
  }

  get #disk() {
    const { author } = JSON.parse(present(this.#tab.getItem("video-chat-room:chat:room")));
    return new DiskBlockStore(author);
  }

  #open() {
    const area = this.#tab;
    const store = this.#store;
    const messages = new Messages("room", store === undefined ? { area } : { area, createStore: () => store });
    messages.addEventListener("arrived", (event) => event instanceof CustomEvent && this.heard.push(event.detail.text));
    return messages;
  }
}

/**
 * Connects two sides over a new connection. An earlier one is closed.
 * @param {Talker} first
 * @param {Talker} second
 */
export async function connect(first, second) {
  const pair = new Pair();
  [first, second].forEach((talker, index) => {
    const side = present(pair.sides[index]);
    talker.messages.end();
    talker.side?.end();
    talker.side = side;
    talker.messages.begin(true);
    side.link.addEventListener("channels", () => talker.messages.use(present(side.link.messageChannels)));
  });
  for (const { link } of pair.sides) link.start();
  await until("both sides to be open", () => [first, second].every(({ messages }) => messages.view.contact === "open"));
}

/** @returns {Promise<[Talker, Talker]>} Two connected sides. */
export async function meet() {
  const [alice, bob] = [new Talker(), new Talker()];
  await connect(alice, bob);
  return [alice, bob];
}

/**
 * Closes the connections and deletes what is stored.
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
 * @returns {File} With pseudo-random content.
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
 * Connects one side with a test that reads and writes the peer's channels itself.
 * @param {Talker} talker
 */
export async function connectChannels(talker) {
  const { offerer: own, answerer: peer, sides } = new Pair();
  talker.side = own;
  talker.messages.begin(true);
  own.link.addEventListener("channels", () => talker.messages.use(present(own.link.messageChannels)));
  /** @type {any[]} */
  const heard = [];
  peer.link.addEventListener("channels", () => {
    present(peer.link.messageChannels).messages.onmessage = ({ data }) => heard.push(JSON.parse(data));
  });
  for (const { link } of sides) link.start();
  await until(
    "the channels to be open",
    () =>
      peer.link.messageChannels?.messages.readyState === "open" &&
      peer.link.messageChannels.files.readyState === "open",
  );
  const close = () => sides.forEach((side) => side.end());
  return { channels: present(peer.link.messageChannels), heard, close };
}
