import { readFrame } from "../js/messages/frames.js";
import { WINDOW } from "../js/messages/limits.js";
import { connectChannels, HELLO, SYNC, Talker } from "./talk.js";
import { until } from "./support.js";

describe("The sender of a file", () => {
  it("waits while the channel is full, and for confirmations", async () => {
    const alice = new Talker();
    const { channels, heard, close } = await connectChannels(alice);
    const send = (/** @type {object} */ message) => channels.messages.send(JSON.stringify(message));
    send(HELLO);
    send(SYNC);
    await until("the chat to be open", () => alice.messages.view.contact === "open");
    const buffered = () => alice.side?.link.messageChannels?.files.bufferedAmount ?? 0;
    let maxBuffered = 0;
    let bytes = 0;
    channels.files.onmessage = ({ data }) => {
      maxBuffered = Math.max(maxBuffered, buffered());
      bytes += readFrame(data)?.kind === "bytes" ? data.byteLength - 1 : 0;
    };
    alice.messages.offer([new File([new Uint8Array(20 * 2 ** 20)], "large.bin")]);
    send({ type: "accept", file: 1, block: 0 });
    await until("a whole window", () => bytes === WINDOW * 2 ** 20);
    send({ type: "confirmed", file: 1, blocks: 2 });
    await until("as many further blocks as were confirmed", () => bytes === (WINDOW + 2) * 2 ** 20);
    expect(maxBuffered).toBeGreaterThan(0);
    expect(maxBuffered).toBeLessThan(1.2 * 2 ** 20);
    // The peer requests it again from another block.
    send({ type: "accept", file: 1, block: 19 });
    await until("the checksum", () => heard.some(({ type }) => type === "done"));
    // The order between two channels is not defined.
    await until("the last block", () => bytes >= (WINDOW + 3) * 2 ** 20);
    expect(bytes).toBe((WINDOW + 3) * 2 ** 20);
    await alice.messages.forget();
    close();
  });
});
