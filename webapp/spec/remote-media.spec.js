import { PeerLink } from "../js/rtc/peer-link.js";
import { present, until } from "./support.js";

/** A link, and a connection of a peer who offers whatever the test wants. */
class Encounter {
  exceeded = 0;
  /** @type {string[]} */
  answers = [];
  peer = new RTCPeerConnection();
  link;
  #stream;

  /**
   * @param {MediaStream} stream
   * @param {boolean} extended
   */
  constructor(stream, extended) {
    this.#stream = stream;
    this.link = new PeerLink({
      iceServers: [],
      role: "answerer",
      polite: true,
      extended,
      send: (signal) => this.#take(signal),
    });
    this.link.addEventListener("exceeded", () => this.exceeded++);
    this.peer.onicecandidate = ({ candidate }) => void this.link.receiveCandidate(candidate);
  }

  /** @param {"audio" | "video"} kind */
  add(kind) {
    const [track] = this.#stream.getTracks().filter((one) => one.kind === kind);
    return this.peer.addTransceiver(present(track).clone(), { streams: [this.#stream] });
  }

  async offer() {
    await this.peer.setLocalDescription();
    await this.link.receiveDescription(present(this.peer.localDescription));
    await until("the answer", () => this.peer.signalingState === "stable");
  }

  /**
   * @param {string} kind
   * @returns {number} How many sections of the last answer receive it.
   */
  received(kind) {
    const sections = present(this.answers.at(-1)).split(/^m=/m);
    return sections.filter((section) => section.startsWith(kind) && /^a=(?:sendrecv|recvonly)/m.test(section)).length;
  }

  /** @param {import("../js/rtc/peer-link.js").LinkSignal} signal */
  #take(signal) {
    if (signal.type === "candidate") void this.peer.addIceCandidate(signal.candidate ?? undefined);
    if (signal.type !== "description") return;
    this.answers.push(signal.description.sdp ?? "");
    void this.peer.setRemoteDescription(signal.description);
  }

  close() {
    this.link.close();
    this.peer.getSenders().forEach(({ track }) => track?.stop());
    this.peer.close();
  }
}

describe("What a peer sends", () => {
  /** @type {MediaStream} */
  let stream;
  beforeAll(async () => (stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true })));
  afterAll(() => stream.getTracks().forEach((track) => track.stop()));

  it("is received once of each kind, however many tracks are offered", async () => {
    const encounter = new Encounter(stream, true);
    const { link } = encounter;
    for (const kind of /** @type {const} */ (["audio", "video", "video", "video", "audio"])) encounter.add(kind);
    await encounter.offer();
    expect([encounter.received("audio"), encounter.received("video")]).toEqual([1, 1]);
    expect(link.remoteStream.getTracks().map(({ kind }) => kind)).toEqual(["audio", "video"]);

    await until("the connection", () => link.connectionState === "connected");
    await until("the picture", () => link.remoteStream.getVideoTracks()[0]?.muted === false);
    for (let i = 0; i < 3; i++) {
      encounter.add("video");
      await encounter.offer();
    }
    expect(encounter.received("video")).toBe(1);
    expect(link.remoteStream.getVideoTracks().length).toBe(1);
    encounter.close();
  });

  it("is another track once the first one is no longer sent", async () => {
    const encounter = new Encounter(stream, false);
    const first = encounter.add("video");
    await encounter.offer();
    await until("the picture", () => encounter.link.remoteStream.getVideoTracks()[0]?.muted === false);
    const [before] = encounter.link.remoteStream.getVideoTracks();
    first.direction = "inactive";
    encounter.add("video");
    await encounter.offer();
    const [after] = encounter.link.remoteStream.getVideoTracks();
    expect(after).not.toBe(before);
    expect([encounter.received("video"), encounter.link.remoteStream.getTracks().length]).toEqual([1, 1]);
    encounter.close();
  });

  it("comes by no other data channel", async () => {
    for (const extended of [true, false]) {
      const encounter = new Encounter(stream, extended);
      // The first ids are those of the call's own channels.
      const channels = Array.from({ length: 12 }, () => encounter.peer.createDataChannel("another"));
      encounter.add("audio");
      await encounter.offer();
      if (extended) await until("the end", () => encounter.exceeded === 1);
      else await until("the channel to be closed", () => channels.at(-1)?.readyState === "closed");
      expect(encounter.exceeded).toBe(extended ? 1 : 0);
      encounter.close();
    }
  });
});
