import fc from "fast-check";
import { readJson } from "../js/guard/json-message.js";
import { cleanName as cleanFileName, cleanText } from "../js/messages/clean.js";
import { MAX_LINE_LENGTH, MAX_NAME_LENGTH } from "../js/messages/limits.js";
import { readFrame } from "../js/messages/frames.js";
import { readMessage } from "../js/messages/wire.js";
import { cleanName, distinctName } from "../js/room/participant-name.js";
import { readPeerState } from "../js/room/peer/peer-state.js";
import { readPictureHeader } from "../js/ui/chat/picture-header.js";
import { anything, check, checkConnected, nearly } from "./random-play.js";
import { present, until } from "./support.js";
import { connectChannels, HELLO, SYNC, Talker } from "./talk.js";

/** Milliseconds: `npm run test:long` connects often. */
const LONG_GAME = 600_000;

const recording = nearly({
  state: fc.constantFrom("", "asks", "runs"),
  what: fc.constantFrom("call", "own"),
  number: fc.integer(),
});
const state = nearly({
  name: fc.string({ unit: "binary", maxLength: 300 }),
  microphone: fc.constantFrom("on", "off", "absent"),
  camera: fc.constantFrom("on", "off", "absent"),
  sharing: fc.boolean(),
  budget: fc.constantFrom("full", "saver", "sound"),
  arriving: nearly({ bars: fc.integer({ min: -1, max: 6 }), trouble: fc.constantFrom("", "loss", "x") }),
  recording,
  answer: nearly({ number: fc.integer(), what: fc.constantFrom("call", "own"), allowed: fc.boolean() }),
});
const number = fc.integer({ min: -1, max: 6 });
const message = fc.oneof(
  nearly({ type: fc.constant("line"), line: number, text: fc.string({ unit: "binary" }) }),
  nearly({
    type: fc.constant("offer"),
    line: number,
    name: fc.string(),
    size: number,
    media: fc.constantFrom("", "image/png"),
  }),
  nearly({ type: fc.constantFrom("received", "sync", "typing"), line: number, received: number, first: number }),
  nearly({
    type: fc.constantFrom("accept", "decline", "confirmed", "complete"),
    file: number,
    block: number,
    blocks: number,
  }),
  nearly({
    type: fc.constant("cancel"),
    file: number,
    by: fc.constantFrom("sender", "receiver"),
    reason: fc.constantFrom("canceled", "gone"),
  }),
  nearly({ type: fc.constant("done"), file: number, digest: fc.constant("0".repeat(64)) }),
  anything(),
);

describe("Whatever a peer sends", () => {
  it("is read as a state that can be shown, or as none", () => {
    check(
      fc.property(fc.oneof(state, anything()), (value) => {
        const read = readPeerState(value);
        if (read === null) return;
        expect(read.name).toBe(cleanName(read.name));
        expect(["on", "off", "absent"]).toContain(read.microphone);
        expect(["full", "saver", "sound"]).toContain(read.budget);
        expect(["", "asks", "runs"]).toContain(read.recording.state);
        expect(["call", "own"]).toContain(read.recording.what);
        expect(Number.isSafeInteger(read.recording.number)).toBeTrue();
        expect(Object.keys(read).length).toBe(8);
      }),
    );
  });

  it("is read as a message of the chat, ignored, or a violation, and throws nothing", () => {
    check(
      fc.property(
        fc.oneof(
          message.map((value) => JSON.stringify(value)),
          fc.string(),
          anything(),
        ),
        (data) => {
          const read = readMessage(data);
          if (read === null || read === undefined) return;
          if (read.type === "line") expect(cleanText(read.text).length).toBeLessThanOrEqual(MAX_LINE_LENGTH);
          if (read.type === "offer") expect(cleanFileName(read.name)).toMatch(/^[^\\/:*?"<>|]+$/);
        },
      ),
    );
    check(fc.property(fc.string(), (data) => void readJson(data)));
  });

  it("is a frame with all of its bytes, or none", () => {
    check(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }).map((array) => array.slice().buffer),
          anything(),
        ),
        (data) => {
          const frame = readFrame(data);
          if (frame?.kind === "block") expect(frame.digest.length).toBe(32);
          if (frame?.kind === "bytes") expect(frame.bytes.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("is a picture with a size, or none", () => {
    const magic = fc.constantFrom(
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8],
      [71, 73, 70, 56],
      [82, 73, 70, 70, 9, 9, 9, 9, 87, 69, 66, 80],
      [0, 0, 0, 20, 102, 116, 121, 112, 97, 118, 105, 102],
    );
    check(
      fc.property(magic, fc.uint8Array({ maxLength: 400 }), (begin, rest) => {
        const header = readPictureHeader(new DataView(new Uint8Array([...begin, ...rest]).buffer));
        if (header !== null) expect(header.width > 0 && header.height > 0 && header.frames > 0).toBeTrue();
      }),
    );
  });

  it("has a name with something to see, none, or one that is not the own one", () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom("\u200b", "\u202e", "\u0301", "\u3164", "👩‍👧", "a", " ", "\u0000"),
        fc.string({ unit: "binary", maxLength: 2 }),
      ),
      maxLength: 90,
    });
    check(
      fc.property(words, words, (one, other) => {
        const [name, own] = [cleanName(one), cleanName(other)];
        expect(cleanName(name)).toBe(name);
        // eslint-disable-next-line no-control-regex
        expect(name).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
        expect(Array.from(name).length).toBeLessThanOrEqual(200);
        if (name !== "") expect(distinctName(name, own)).not.toBe(own);
        expect(cleanFileName(one).length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
        expect(cleanFileName(one)).not.toBe("");
      }),
    );
  });

  it(
    "leaves the chat in a state that can be shown",
    async () => {
      await checkConnected(
        fc.asyncProperty(fc.array(message, { maxLength: 25 }), async (all) => {
          const alice = new Talker();
          const { channels, close } = await connectChannels(alice);
          const texts = [HELLO, SYNC, ...all].map((one) => JSON.stringify(one)).filter((text) => text !== undefined);
          const arriving = present(present(alice.side).link.messageChannels).messages;
          let arrived = 0;
          arriving.addEventListener("message", () => arrived++);
          let isClosed = false;
          channels.messages.addEventListener("close", () => (isClosed = true));
          for (const text of texts) if (channels.messages.readyState === "open") channels.messages.send(text);
          await until("the messages to be read, or refused", () => isClosed || arrived === texts.length);
          const { entries, contact } = alice.messages.view;
          expect(["connecting", "open", "broken", "nobody"]).toContain(contact);
          const lines = entries.filter(({ mine }) => !mine).length;
          expect(lines).toBeLessThanOrEqual(all.length);
          await alice.messages.forget();
          close();
        }),
      );
    },
    LONG_GAME,
  );
});
