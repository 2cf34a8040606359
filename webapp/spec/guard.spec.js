import { CHANNEL_BOUNDS } from "../js/guard/channel-bounds.js";
import { keepWithin } from "../js/guard/guarded-channel.js";
import { RemoteSignals } from "../js/rtc/remote-signals.js";

const HOST = "candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host generation 0 ufrag abcd";

describe("A data channel", () => {
  /** @param {import("../js/guard/channel-bounds.js").ChannelBounds} bounds */
  const guarded = (bounds) => {
    const channel = new EventTarget();
    /** @type {unknown[]} */
    const heard = [];
    let exceeded = 0;
    keepWithin(/** @type {any} */ (channel), bounds, () => exceeded++);
    channel.addEventListener("message", (event) => heard.push(/** @type {MessageEvent} */ (event).data));
    const send = (/** @type {unknown} */ data) => channel.dispatchEvent(new MessageEvent("message", { data }));
    return { send, heard, exceeded: () => exceeded };
  };

  it("passes what is within its bounds, and nothing after the first message beyond", () => {
    for (const beyond of [new ArrayBuffer(1), "x".repeat(CHANNEL_BOUNDS.state.maxLength + 1)]) {
      const { send, heard, exceeded } = guarded(CHANNEL_BOUNDS.state);
      send("fine");
      send(beyond);
      send("late");
      expect(heard).toEqual(["fine"]);
      expect(exceeded()).toBe(1);
    }
    const files = guarded(CHANNEL_BOUNDS.files);
    files.send(new ArrayBuffer(32_769));
    files.send("text");
    expect(files.heard.length).toBe(1);
    expect(files.exceeded()).toBe(1);
  });

  it("has a rate", () => {
    const { send, heard, exceeded } = guarded({ type: "text", maxLength: 10, burst: 5, perSecond: 0.001 });
    for (let i = 0; i < 20; i++) send("x");
    expect(heard.length).toBe(5);
    expect(exceeded()).toBe(1);
  });
});

describe("What a peer signals", () => {
  /** @type {number} */
  let exceeded;
  /** @type {RemoteSignals} */
  let signals;
  const candidate = (/** @type {string} */ text) => signals.candidate({ candidate: text });

  beforeEach(() => {
    exceeded = 0;
    signals = new RemoteSignals(() => exceeded++);
  });

  it("is taken if a call needs it", () => {
    for (const needed of [
      HOST,
      HOST.replace("192.0.2.7", "2001:db8::7"),
      HOST.replace("192.0.2.7", "d5f7bd1c-2b1e-4b1b-9d6c-2a4f0e7c9a11.local"),
      HOST.replace("udp", "TCP").replace("50000", "9") + " tcptype active",
      "candidate:842163049 1 udp 1677729535 203.0.113.9 3478 typ srflx raddr 0.0.0.0 rport 0",
      "",
    ])
      expect(candidate(needed)).withContext(needed).toBeTrue();
    for (const useless of [
      HOST.replace("192.0.2.7", "intranet.example.org"),
      HOST.replace("host", "wormhole"),
      HOST.replace("udp", "sctp"),
      HOST + " x".repeat(400),
      "candidate:",
      "nonsense",
    ])
      expect(candidate(useless)).withContext(useless).toBeFalse();
    expect(signals.candidate(null)).toBeTrue();
    expect(exceeded).toBe(0);
  });

  it("loses the candidates of a description that no call needs", () => {
    const bad = HOST.replace("192.0.2.7", "printer.example.org");
    const sdp = `v=0\r\nm=audio 9 x 0\r\na=${HOST}\r\na=${bad}\r\na=end-of-candidates\r\n`;
    expect(signals.description({ type: "offer", sdp })).toEqual({
      type: "offer",
      sdp: `v=0\r\nm=audio 9 x 0\r\na=${HOST}\r\na=end-of-candidates\r\n`,
    });
  });

  it("exceeds a bound once, and is not taken any more", () => {
    for (const exceed of [
      () => signals.description({ type: "offer", sdp: "x".repeat(70_000) }),
      () => signals.description({ type: "offer", sdp: "m=audio 9 x 0\r\n".repeat(25) }),
      () => signals.description({ type: "offer", sdp: `a=${HOST}\r\n`.repeat(201) }),
      () => Array.from({ length: 500 }, () => candidate(HOST)),
      () => Array.from({ length: 60 }, () => signals.request()),
      () => Array.from({ length: 60 }, () => signals.description({ type: "answer", sdp: "" })),
    ]) {
      exceeded = 0;
      signals = new RemoteSignals(() => exceeded++);
      exceed();
      expect(exceeded).toBe(1);
      expect(candidate(HOST)).toBeFalse();
      expect(signals.request()).toBeFalse();
      expect(signals.description({ type: "offer", sdp: "" })).toBeNull();
    }
  });
});
