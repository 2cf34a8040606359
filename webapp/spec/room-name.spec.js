import { roomKey } from "../js/room/room-key.js";
import { nearestRoomName } from "../js/room/nearest-room-name.js";
import { roomAddress, roomNameFromPath, roomNameOf, suggestRoomName } from "../js/room/room-name.js";

describe("A suggested room name", () => {
  it("has sixteen unambiguous characters, in groups of four", () => {
    for (let count = 0; count < 50; count++) {
      const name = suggestRoomName();
      expect(name).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
      expect(roomNameOf(name)).toBe(name);
    }
  });

  it("is always another one and uses the whole alphabet: five bits a character", () => {
    const names = Array.from({ length: 500 }, suggestRoomName);
    expect(new Set(names).size).toBe(500);
    expect(new Set(names.join("").replaceAll("-", "")).size).toBe(32);
  });
});

describe("A room name", () => {
  /**
   * The server's tests read the same file.
   * @type {{ rooms: { name: string, written: string[] }[], links: { name: string, written: string[] }[],
   *   refused: { written: string, nearest: string }[] }}
   */
  let examples;

  beforeAll(async () => {
    examples = await (await fetch(new URL("../../src/docs/protocol/room-names.json", import.meta.url))).json();
  });

  it("is the same however it is written", () => {
    const server = new URL("https://example.org/");
    for (const { name, written } of examples.rooms) {
      expect(roomNameOf(name)).toBe(name);
      for (const text of written) {
        expect(roomNameOf(text)).withContext(text).toBe(name);
        expect(roomKey(server, text)).withContext(text).toBe(`https://example.org/#${name}`);
        const inLink = roomNameFromPath(`/${encodeURIComponent(text)}`);
        expect(roomNameOf(inLink)).withContext(text).toBe(name);
      }
    }
  });

  it("is found in a link that other programs passed on", () => {
    for (const { name, written } of examples.links)
      for (const text of written)
        expect(roomNameOf(roomNameFromPath(`/${encodeURIComponent(text)}`)))
          .withContext(text)
          .toBe(name);
  });

  it("is nothing else, and the nearest one can be a room", () => {
    for (const { written, nearest } of examples.refused) {
      expect(roomNameOf(written)).withContext(written).toBe("");
      expect(nearestRoomName(written)).withContext(written).toBe(nearest);
      expect(roomNameOf(nearest)).toBe(nearest);
    }
  });

  it("has 64 code points at most, after it was spelled", () => {
    expect(roomNameOf("\u{20000}".repeat(64))).toBe("\u{20000}".repeat(64));
    expect(roomNameOf("e\u0301".repeat(64))).toBe("é".repeat(64));
    expect(roomNameOf("x".repeat(65))).toBe("");
    expect(roomNameOf("ß".repeat(33))).toBe("");
    expect(roomNameOf("a".repeat(1_000_000))).toBe("");
    expect(nearestRoomName("ß ".repeat(1_000_000)).length).toBe(64);
  });

  it("is the last segment of the page's address, as the person wrote it", () => {
    expect(roomNameFromPath("/video-chat-room/Important")).toBe("Important");
    expect(roomNameFromPath("/a/b/M%C3%BCller")).toBe("Müller");
    expect(roomNameFromPath("/a/a%zzb")).toBe("a%zzb");
    expect(roomNameFromPath("/a/")).toBe("");
  });

  it("is read again from the address of its room", () => {
    const address = roomAddress("会議-1", "https://example.org/rooms/other?x#y");
    expect(address.href).toBe("https://example.org/rooms/%E4%BC%9A%E8%AD%B0-1");
    expect(roomNameFromPath(address.pathname)).toBe("会議-1");
  });
});
