import { filesFolder, holdFiles, sweepAbandonedFiles, values } from "../js/messages/abandoned-files.js";
import { BestBlockStore } from "../js/messages/best-block-store.js";
import { BlockReceiver } from "../js/messages/block-receiver.js";
import { DiskBlockStore } from "../js/messages/block-store.js";
import { blockFrame, bytesFrame } from "../js/messages/frames.js";
import { MemoryBlockStore } from "../js/messages/memory-block-store.js";
import { Preference } from "../js/storage/preference.js";
import { localStore, sessionStore } from "../js/storage/storage.js";
import { passTime, refuse, replace, restore, WAYS, WAYS_AT_ONCE, withhold } from "./refusals.js";
import { until } from "./support.js";

const BLOCK = new Uint8Array([1, 2, 3]);

/** @param {BestBlockStore} store */
async function storeOneBlock(store) {
  expect(await store.hasSpace(1000)).toBeTrue();
  const block = await store.writeBlock("file", 0, BLOCK);
  expect(new Uint8Array(await block.arrayBuffer())).toEqual(BLOCK);
  expect((await store.readBlocks("file")).map(({ size }) => size)).toEqual([BLOCK.length]);
}

async function foldersOnDisk() {
  const names = [];
  for await (const { name } of values(await filesFolder())) names.push(name);
  return names;
}

describe("A browser that refuses to store", () => {
  afterEach(async () => {
    restore();
    await new DiskBlockStore("refused-author").clear();
    localStorage.clear();
  });

  for (const way of WAYS_AT_ONCE) {
    for (const area of /** @type {const} */ (["localStorage", "sessionStorage"])) {
      it(`keeps strings for the page only if ${area} ${way}`, () => {
        withhold(globalThis, area, way);
        const store = area === "localStorage" ? localStore() : sessionStore();
        expect(() => store.set("key", "value")).not.toThrow();
        expect(store.get("key")).toBeNull();
        const preference = new Preference("example");
        preference.choose("yes");
        expect(preference.isOn).toBeTrue();
      });
    }

    for (const object of ["locks", "storage"]) {
      it(`receives files into the memory if ${object} ${way}`, async () => {
        withhold(navigator, object, way);
        await storeOneBlock(new BestBlockStore("refused-author"));
      });
    }
  }

  /** @type {[string, () => object, string][]} */
  const methods = [
    ["the lock", () => navigator.locks, "request"],
    ["the private folder", () => navigator.storage, "getDirectory"],
  ];
  for (const way of WAYS) {
    for (const [what, owner, method] of methods) {
      it(`receives files into the memory if ${what} ${way}`, async () => {
        refuse(owner(), method, way);
        await storeOneBlock(new BestBlockStore("refused-author"));
        restore();
        expect(await foldersOnDisk()).not.toContain("refused-author");
      });
    }

    it(`goes on in the memory if a block on the disk ${way}`, async () => {
      const disk = new MemoryBlockStore();
      const store = new BestBlockStore("refused-author", async () => disk);
      await store.writeBlock("file", 0, BLOCK);
      refuse(disk, "writeBlock", way);
      const second = await store.writeBlock("file", 1, BLOCK);
      expect(second.size).toBe(BLOCK.length);
      expect((await disk.readBlocks("file")).length).toBe(1);
      // The disk is not asked again, but what it has is removed.
      expect((await store.writeBlock("file", 2, BLOCK)).size).toBe(BLOCK.length);
      await store.remove("file");
      expect(await disk.readBlocks("file")).toEqual([]);
    });

    it(`takes files as if there was space if the estimate ${way}`, async () => {
      refuse(navigator.storage, "estimate", way);
      expect(await new DiskBlockStore("refused-author").hasSpace(1000)).toBeTrue();
    });

    it(`removes nobody's files if the list of locks ${way}`, async () => {
      await new DiskBlockStore("refused-author").writeBlock("file", 0, BLOCK);
      refuse(navigator.locks, "query", way);
      await sweepAbandonedFiles(0);
      restore();
      expect(await foldersOnDisk()).toContain("refused-author");
    });

    it(`ends a file that cannot be checked if the hash ${way}`, async () => {
      refuse(crypto.subtle, "digest", way);
      const channel = /** @type {any} */ ({});
      /** @type {string[]} */
      const failures = [];
      const handlers = { onProgress() {}, onStored() {}, onRetry() {}, onBroken() {} };
      const receiver = new BlockReceiver(channel, { ...handlers, onFailed: (_, reason) => failures.push(reason) });
      receiver.start(1, { size: BLOCK.length, block: 0, store: async () => undefined });
      channel.onmessage({ data: blockFrame(1, 0, new Uint8Array(32)).buffer });
      channel.onmessage({ data: bytesFrame(BLOCK).buffer });
      await until("the failure", () => failures.length > 0);
      expect(failures).toEqual(["checksum"]);
    });
  }

  it("gives back a lock that comes too late", async () => {
    const request = navigator.locks.request.bind(navigator.locks);
    /** @type {() => void} */
    let answer = () => undefined;
    replace(navigator.locks, "request", {
      value: (/** @type {any[]} */ ...given) => {
        answer = () => void request(.../** @type {[any, any, any]} */ (given));
        return new Promise(() => undefined);
      },
    });
    passTime();
    expect(await holdFiles("late-author")).toBeFalse();
    restore();
    answer();
    await until("the lock to be free", async () => {
      const { held = [] } = await navigator.locks.query();
      return !held.some(({ name }) => name?.endsWith("late-author"));
    });
    expect((await navigator.locks.query()).pending).toEqual([]);
  });

  it("does not take more into the memory than fits", async () => {
    const store = new MemoryBlockStore();
    spyOn(store, "hasSpace").and.resolveTo(false);
    await expectAsync(store.writeBlock("file", 0, BLOCK)).toBeRejected();
  });
});
