import { signalingAddress } from "../js/signaling/signaling-address.js";

describe("The address of signaling", () => {
  it("follows from the server's", () => {
    expect(signalingAddress("https://example.org/video-chat-room/").href).toBe(
      "wss://example.org/video-chat-room/api/signaling",
    );
    expect(signalingAddress("http://localhost:8080/a/b?c#d").href).toBe("ws://localhost:8080/a/b/api/signaling");
  });

  it("cannot follow from another scheme", () => {
    expect(() => signalingAddress("ftp://example.org/")).toThrowError(TypeError);
    expect(() => signalingAddress("example.org")).toThrowError(TypeError);
  });
});
