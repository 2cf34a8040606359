import { cleanName, cleanText } from "../js/messages/clean.js";
import { sha256 } from "../js/browser/hashing.js";
import { blockFrame, bytesFrame, readFrame } from "../js/messages/frames.js";
import { LINE_BURST, MAX_LINE_LENGTH, MAX_PAYLOAD_BYTES, WINDOW } from "../js/messages/limits.js";
import { MemoryBlockStore } from "../js/messages/memory-block-store.js";
import { readMessage } from "../js/messages/wire.js";
import { linkedText } from "../js/ui/chat/linked-text.js";
import { connectChannels, HELLO, SYNC, Talker } from "./talk.js";
import { until } from "./support.js";

const AUTHOR = HELLO.author;

describe("Messages of a peer", () => {
  it("are accepted if they are valid, and ignored if their type is unknown", () => {
    expect(readMessage(JSON.stringify(HELLO))).toEqual(jasmine.objectContaining({ author: AUTHOR }));
    expect(readMessage('{"type":"typing"}')).toBeNull();
    expect(readMessage('{"type":"constructor"}')).toBeNull();
  });

  it("are rejected if they are invalid", () => {
    const invalid = [
      new ArrayBuffer(2),
      "",
      "[",
      "null",
      "7",
      "{}",
      { type: "hello", version: 0, author: AUTHOR },
      { type: "hello", version: 1, author: "../../x" },
      { type: "hello", version: 1, author: [AUTHOR] },
      { type: "sync", received: -1, first: 1 },
      { type: "line", line: 1.5, text: "" },
      { type: "line", line: 0, text: "" },
      { type: "line", line: 1, text: "x".repeat(MAX_LINE_LENGTH + 1) },
      { type: "offer", line: 1, name: "x", size: 2 ** 40, media: "" },
      { type: "offer", line: 1, name: "x".repeat(201), size: 1, media: "" },
      { type: "offer", line: 1, name: "x", size: "1", media: "" },
      { type: "accept", file: 1, block: 2 ** 40 },
      { type: "cancel", file: 1, by: "nobody", reason: "canceled" },
      { type: "cancel", file: 1, by: "sender", reason: "<b>" },
      { type: "done", file: 1, digest: "00" },
    ];
    for (const message of invalid) {
      const data = typeof message === "string" || message instanceof ArrayBuffer ? message : JSON.stringify(message);
      expect(readMessage(data)).withContext(String(data)).toBeUndefined();
    }
  });

  it("have their file names made safe", () => {
    expect(cleanName("../../etc/passwd")).toBe("_.._etc_passwd");
    expect(cleanName("C:\\temp\\a.txt")).toBe("C__temp_a.txt");
    expect(cleanName("invoice\u202efdp.exe")).toBe("invoicefdp.exe");
    expect(cleanName("con.txt")).toBe("_con.txt");
    expect(cleanName(" ..\u0000. ")).toBe("_");
    expect(cleanName("\u200f...")).toBe("file");
    expect(cleanName(`${"😀".repeat(150)}.jpeg`)).toMatch(/^(?:😀){95}\.jpeg$/u);
  });

  it("have control characters removed from their text", () => {
    expect(cleanText("a\u0007\u0085b\r\nc\td")).toBe("ab\nc\td");
    expect(cleanText("x".repeat(MAX_LINE_LENGTH + 5)).length).toBe(MAX_LINE_LENGTH);
  });

  it("have links to web pages only, and no misleading ones", () => {
    const links = (/** @type {string} */ line) =>
      linkedText(line).flatMap((node) => (node instanceof HTMLAnchorElement ? [node.getAttribute("href")] : []));
    expect(links("see (https://example.org/a_(b)?c=d), or http://localhost:8080.")).toEqual([
      "https://example.org/a_(b)?c=d",
      "http://localhost:8080/",
    ]);
    expect(links("https://example.org/tea\u200b。 https://example.org/می\u200cخواهم؟")).toEqual([
      "https://example.org/tea",
      new URL("https://example.org/می\u200cخواهم").href,
    ]);
    for (const line of [
      "javascript:alert(1)",
      "data:text/html,x",
      "https://",
      "https://bank.example@evil.example/",
      "file:///etc",
    ]) {
      expect(links(line)).withContext(line).toEqual([]);
    }
    // A room that the peer has chosen begins in the lobby.
    expect(links(new URL("room?join#a", location.href).href)).toEqual([
      new URL("room?join=&lobby=#a", location.href).href,
    ]);
    const [link] = linkedText("https://example.org/<img src=x>").filter((node) => node instanceof HTMLAnchorElement);
    expect(/** @type {HTMLAnchorElement} */ (link).rel).toBe("noopener noreferrer");
    const line = document.createElement("p");
    line.append(...linkedText("<img src=x onerror=alert(1)> https://example.org/ <b>"));
    expect(line.textContent).toBe("<img src=x onerror=alert(1)> https://example.org/ <b>");
    expect(line.querySelectorAll("img, b").length).toBe(0);
  });

  it("have invalid frames rejected", () => {
    for (const data of [
      "text",
      new ArrayBuffer(0),
      new ArrayBuffer(1),
      new ArrayBuffer(MAX_PAYLOAD_BYTES + 2),
      new Uint8Array([9, 9]).buffer,
      new Uint8Array([1, 0, 0]).buffer,
    ]) {
      expect(readFrame(data)).toBeNull();
    }
    expect(readFrame(bytesFrame(new Uint8Array([5])).buffer)).toEqual({ kind: "bytes", bytes: new Uint8Array([5]) });
  });
});

describe("A hostile peer", () => {
  /** @type {Talker} */
  let alice;
  /** @type {import("../js/rtc/message-channels.js").MessageChannels} */
  let channels;
  /** @type {any[]} */
  let heard;
  /** @type {() => void} */
  let close;

  beforeEach(async () => {
    alice = new Talker();
    ({ channels, heard, close } = await connectChannels(alice));
  });

  afterEach(async () => {
    await alice.messages.forget();
    close();
  });

  const send = (/** @type {object[]} */ ...messages) =>
    messages.forEach((message) => channels.messages.send(JSON.stringify(message)));
  const contact = (/** @type {string} */ wanted) =>
    until(`the contact to be ${wanted}`, () => alice.messages.view.contact === wanted);
  const received = (/** @type {string} */ type) =>
    until(`the peer to receive ${type}`, () => heard.some((message) => message.type === type));

  it("is not read any more after a protocol violation", async () => {
    send(HELLO, SYNC);
    await contact("open");
    send(
      { type: "line", line: 1, text: "fine" },
      { type: "line", line: -1, text: "not" },
      { type: "line", line: 2, text: "never" },
    );
    await contact("broken");
    expect(alice.texts).toEqual(["fine"]);
    expect(alice.messages.view.canWrite).toBeFalse();
  });

  it("is not read before its hello, nor if its author is this side's", async () => {
    send({ type: "line", line: 1, text: "hello?" });
    await contact("broken");
    expect(alice.texts).toEqual([]);
    close();
    ({ channels, heard, close } = await connectChannels(alice));
    await received("hello");
    send(heard.find(({ type }) => type === "hello"));
    await contact("broken");
  });

  it("is cut off if it floods the chat", async () => {
    send(HELLO, SYNC);
    for (let line = 1; line <= LINE_BURST + 400; line++) send({ type: "line", line, text: "spam" });
    await contact("broken");
    expect(alice.texts.length).toBeLessThan(LINE_BURST + 400);
  });

  it("cannot repeat or reorder lines, nor confirm lines that were not sent", async () => {
    send(HELLO, SYNC);
    const line = (/** @type {number} */ number) => ({ type: "line", line: number, text: String(number) });
    send(line(1), line(1), line(3), line(2), line(1));
    await until("two lines", () => alice.texts.length === 2);
    send({ type: "received", line: 99 });
    await contact("broken");
    expect(alice.texts).toEqual(["1", "2"]);
  });

  it("cannot send a file that was not accepted, nor more bytes than its size", async () => {
    send(HELLO, SYNC, { type: "offer", line: 1, name: "a", size: 4, media: "" });
    const digest = await sha256(new Uint8Array(4));
    channels.files.send(blockFrame(1, 0, digest));
    channels.files.send(bytesFrame(new Uint8Array(4)));
    const { id } = await alice.file("offered");
    alice.messages.accept(id);
    await received("accept");
    channels.files.send(blockFrame(1, 0, digest));
    channels.files.send(bytesFrame(new Uint8Array(5)));
    await contact("broken");
    expect((await alice.file("running")).file.done).toBeLessThanOrEqual(4);
  });

  it("cannot send faster than its blocks are confirmed", async () => {
    close();
    await alice.messages.forget();
    // A disk that never finishes writing.
    const store = Object.assign(new MemoryBlockStore(), { writeBlock: () => new Promise(() => undefined) });
    alice = new Talker({ store: /** @type {any} */ (store) });
    ({ channels, heard, close } = await connectChannels(alice));
    send(HELLO, SYNC, { type: "offer", line: 1, name: "a", size: 2 ** 27, media: "" });
    alice.messages.accept((await alice.file("offered")).id);
    await received("accept");
    const block = new Uint8Array(2 ** 20);
    const digest = await sha256(block);
    for (let index = 0; index < WINDOW + 3; index++) {
      channels.files.send(blockFrame(1, index, digest));
      for (let start = 0; start < block.length; start += MAX_PAYLOAD_BYTES)
        channels.files.send(bytesFrame(block.subarray(start, start + MAX_PAYLOAD_BYTES)));
      await until("the channel to be free", () => channels.files.bufferedAmount < 2 ** 20);
    }
    await contact("broken");
  });

  it("is asked three times for a block with a wrong digest, and then canceled", async () => {
    send(HELLO, SYNC, { type: "offer", line: 1, name: "a", size: 4, media: "" });
    alice.messages.accept((await alice.file("offered")).id);
    for (let tries = 1; tries <= 4; tries++) {
      await until(
        `the block to be requested ${tries} times`,
        () => heard.filter(({ type }) => type === "accept").length === tries,
      );
      channels.files.send(blockFrame(1, 0, new Uint8Array(32)));
      channels.files.send(bytesFrame(new Uint8Array(4)));
    }
    const { file } = await alice.file("failed");
    expect([file.reason, file.content]).toEqual(["checksum", null]);
    expect(heard.at(-1)).toEqual({ type: "cancel", file: 1, by: "receiver", reason: "checksum" });
  });

  it("cannot change a file during its transfer", async () => {
    send(HELLO, SYNC, { type: "offer", line: 1, name: "a", size: 4, media: "" });
    alice.messages.accept((await alice.file("offered")).id);
    await received("accept");
    channels.files.send(blockFrame(1, 0, await sha256(new Uint8Array(4))));
    channels.files.send(bytesFrame(new Uint8Array(4)));
    send({ type: "done", file: 1, digest: "0".repeat(64) });
    const { file } = await alice.file("failed");
    expect([file.reason, file.content]).toEqual(["changed", null]);
  });
});
