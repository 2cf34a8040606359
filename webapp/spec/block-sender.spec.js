import { readFrame } from "../js/messages/frames.js";
import { WINDOW } from "../js/messages/limits.js";
import { connectChannels, HELLO, SYNC, Talker } from "./talk.js";
import { until } from "./support.js";

describe("A sender", () => {
  it("waits while the channel is full, and while nothing is confirmed", async () => {
    const alice = new Talker();
    const { channels, heard, close } = await connectChannels(alice);
    const send = (/** @type {object} */ message) => channels.messages.send(JSON.stringify(message));
    send(HELLO);
    send(SYNC);
    await until("the chat to be open", () => alice.messages.view.contact === "open");
    const mine = () => alice.side?.link.messageChannels?.files.bufferedAmount ?? 0;
    let most = 0;
    let bytes = 0;
    channels.files.onmessage = ({ data }) => {
      most = Math.max(most, mine());
      bytes += readFrame(data)?.kind === "bytes" ? data.byteLength - 1 : 0;
    };
    alice.messages.offer([new File([new Uint8Array(20 * 2 ** 20)], "large.bin")]);
    send({ type: "accept", file: 1, block: 0 });
    await until("all that may come", () => bytes === WINDOW * 2 ** 20);
    send({ type: "confirmed", file: 1, blocks: 2 });
    await until("as much as was confirmed", () => bytes === (WINDOW + 2) * 2 ** 20);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(1.2 * 2 ** 20);
    // Asked for from another place, it goes on there.
    send({ type: "accept", file: 1, block: 19 });
    await until("the end", () => heard.some(({ type }) => type === "done"));
    // The two channels keep no order between them.
    await until("the last of it", () => bytes >= (WINDOW + 3) * 2 ** 20);
    expect(bytes).toBe((WINDOW + 3) * 2 ** 20);
    await alice.messages.forget();
    close();
  });
});
