import { isRoomName, roomAddress, roomNameFromPath, suggestRoomName } from "../js/room/room-name.js";

describe("A suggested room name", () => {
  it("has sixteen unambiguous characters, in groups of four", () => {
    for (let count = 0; count < 50; count++) {
      const name = suggestRoomName();
      expect(name).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
      expect(isRoomName(name)).withContext(name).toBeTrue();
    }
  });

  it("is always another one and uses the whole alphabet: five bits a character", () => {
    const names = Array.from({ length: 500 }, suggestRoomName);
    expect(new Set(names).size).toBe(500);
    expect(new Set(names.join("").replaceAll("-", "")).size).toBe(32);
  });
});

describe("A room name", () => {
  it("may contain letters and digits of any script, - and _", () => {
    for (const name of [
      "a",
      "Important_Meeting-2",
      "Müller",
      "Mu\u0308ller",
      "会議室",
      "غرفة٣",
      "हिन्दी",
      "-",
      "x".repeat(64),
    ]) {
      expect(isRoomName(name)).withContext(name).toBeTrue();
    }
  });

  it("may contain nothing else", () => {
    for (const name of ["", "a b", "a/b", "a.b", "<b>", "\u0301", "a\u0000", "🙂", "x".repeat(65)]) {
      expect(isRoomName(name)).withContext(name).toBeFalse();
    }
  });

  it("is the last segment of the page's address, as the person wrote it", () => {
    expect(roomNameFromPath("/video-chat-room/Important")).toBe("Important");
    expect(roomNameFromPath("/a/b/M%C3%BCller")).toBe("Müller");
    expect(roomNameFromPath("/a/100%")).toBe("100%");
    expect(roomNameFromPath("/a/")).toBe("");
  });

  it("is read again from the address of its room", () => {
    const address = roomAddress("会議-1", "https://example.org/rooms/other?x#y");
    expect(address.href).toBe("https://example.org/rooms/%E4%BC%9A%E8%AD%B0-1");
    expect(roomNameFromPath(address.pathname)).toBe("会議-1");
  });
});
