import { PeerLink } from "../js/rtc/peer-link.js";
import { Side } from "./side.js";
import { until } from "./support.js";

describe("Two peer links", () => {
  /** @type {Side} */
  let offerer;
  /** @type {Side} */
  let answerer;

  /**
   * @param {Partial<import("../js/rtc/peer-link.js").LinkOptions>} [offererOptions]
   * @param {Partial<import("../js/rtc/peer-link.js").LinkOptions>} [answererOptions]
   */
  function pair(offererOptions = {}, answererOptions = {}) {
    offerer = new Side("offerer", { role: "offerer", polite: false, ...offererOptions });
    answerer = new Side("answerer", { role: "answerer", polite: true, ...answererOptions });
    offerer.other = answerer;
    answerer.other = offerer;
  }

  const start = () => [offerer, answerer].forEach((side) => side.link.start());
  const connected = () => Promise.all([offerer.connected(), answerer.connected()]);
  const connect = () => {
    start();
    return connected();
  };

  const restartAnswered = () =>
    until("the restart to be answered", () => answerer.sentTypes().filter((type) => type === "answer").length === 2);

  /** Both offers are made before either is delivered. */
  async function connectByCrossingOffers() {
    offerer.deliver = answerer.deliver = () => false;
    start();
    await until("both sides to have offered", () => [offerer, answerer].every((side) => side.sentTypes().length === 1));
    offerer.deliver = answerer.deliver = () => true;
    await Promise.all([offerer.deliverHeld(), answerer.deliverHeld()]);
    await connected();
  }

  afterEach(() => [offerer, answerer].forEach((side) => side.end()));

  it("connect, and each sees and hears the other", async () => {
    pair();
    await Promise.all([offerer.addMedia(), answerer.addMedia()]);
    await connect();
    await Promise.all([offerer.receives("audio", "video"), answerer.receives("audio", "video")]);
    expect(offerer.sentTypes()).toEqual(["offer"]);
    expect(answerer.sentTypes()).toEqual(["answer"]);
  });

  it("connect when one of them has nothing to send", async () => {
    pair();
    await answerer.addMedia();
    await connect();
    await offerer.receives("audio", "video");
    expect(answerer.link.remoteStream.getTracks()).toEqual([]);
  });

  it("connect when candidates arrive before the description", async () => {
    pair();
    await offerer.addMedia();
    offerer.deliver = (signal) => signal.type === "candidate";
    // Without its own candidates the answerer can only be the one who reaches out, to those that came early.
    answerer.deliver = (signal) => signal.type !== "candidate";
    start();
    await offerer.gathered();
    offerer.deliver = () => true;
    await offerer.deliverHeld();
    await connected();
  });

  it("take the end of candidates as null, as an empty candidate, and too early", async () => {
    pair();
    await offerer.addMedia();
    await answerer.link.receiveCandidate(null);
    await connect();
    for (const link of [offerer.link, answerer.link]) {
      await link.receiveCandidate(null);
      await link.receiveCandidate({ candidate: "" });
      await link.receiveCandidate({ candidate: "", sdpMid: "0", sdpMLineIndex: 0 });
      expect(link.connectionState).toBe("connected");
    }
  });

  it("send the end of candidates as an empty candidate with its media line", async () => {
    pair();
    await offerer.addMedia();
    start();
    await offerer.gathered();
    const candidates = offerer.sent.flatMap((signal) => (signal.type === "candidate" ? [signal.candidate] : []));
    expect(candidates.at(-1)).toEqual({ candidate: "", sdpMid: "0", sdpMLineIndex: 0 });
  });

  it("survive candidates that are nonsense", async () => {
    pair();
    await offerer.addMedia();
    await connect();
    await offerer.link.receiveCandidate({ candidate: "candidate:hello", sdpMid: "0" });
    await offerer.link.receiveCandidate({ candidate: "candidate:1 1 udp 1 192.0.2.7 9 typ host", sdpMid: "77" });
    expect(offerer.link.connectionState).toBe("connected");
    expect(offerer.failures).toBe(0);
  });

  it("say so when a description is nonsense", async () => {
    pair();
    await offerer.link.receiveDescription({ type: "offer", sdp: "v=nonsense" });
    expect(offerer.failures).toBe(1);
  });

  it("settle offers that cross by politeness, and both see and hear", async () => {
    pair({ takesOfferRequests: false }, { role: "offerer", takesOfferRequests: false });
    await Promise.all([offerer.addMedia(), answerer.addMedia()]);
    await connectByCrossingOffers();
    await Promise.all([offerer.receives("audio", "video"), answerer.receives("audio", "video")]);
    expect(offerer.sentTypes()).toEqual(["offer"]);
    expect(answerer.sentTypes()).toEqual(["offer", "answer"]);
    expect(offerer.failures + answerer.failures).toBe(0);
  });

  it("settle offers that cross when the polite one has nothing to send", async () => {
    pair({ takesOfferRequests: false }, { role: "offerer", takesOfferRequests: false });
    await offerer.addMedia();
    await connectByCrossingOffers();
    await answerer.receives("audio", "video");
    // Two of its lines are left over: they cost one negotiation, not one after the other.
    expect(answerer.sentTypes().length).toBeLessThan(5);
    expect(offerer.failures + answerer.failures).toBe(0);
  });

  it("renegotiate by the answerer asking, never offering", async () => {
    pair();
    await connect();
    await answerer.addMedia();
    await offerer.receives("audio", "video");
    expect(answerer.sentTypes()).toEqual(["answer", "offer-request", "answer"]);
    expect(offerer.sentTypes()).toEqual(["offer", "offer"]);
  });

  it("renegotiate by the answerer offering to one that takes no requests", async () => {
    pair({}, { takesOfferRequests: false });
    await connect();
    await answerer.addMedia();
    await offerer.receives("audio", "video");
    expect(answerer.sentTypes()).toEqual(["answer", "offer"]);
  });

  it("tell each other how things are, the latest only, and how loud it is", async () => {
    /** @type {unknown[]} */
    const told = [];
    pair({}, { onOtherState: (state) => void told.push(state) });
    offerer.link.state.tell({ name: "too early" });
    offerer.link.state.tell({ name: "early" });
    await offerer.addMedia();
    await connect();
    await until("the first to be told", () => told.length > 0);
    offerer.link.state.tell({ name: "later" });
    offerer.link.state.tell({ name: "later" });
    offerer.link.state.tell({ name: "last" });
    await until("the last to be told", () => told.length === 3);
    expect(told).toEqual([{ name: "early" }, { name: "later" }, { name: "last" }]);
    expect(offerer.sentTypes()).toEqual(["offer"]);
    // What nobody plays has no loudness.
    const player = new Audio();
    player.srcObject = answerer.link.remoteStream;
    await player.play();
    await until("the answerer to hear the fake microphone's tone", () => answerer.link.level.read() > 0.1);
    player.srcObject = null;
    expect(offerer.link.level.read()).toBe(0);
  });

  it("exchange a track without negotiating", async () => {
    pair();
    await Promise.all([offerer.addMedia(), answerer.addMedia()]);
    await connect();
    await answerer.addMedia();
    await offerer.receives("audio", "video");
    await answerer.link.setTracks(null, null);
    expect(offerer.sentTypes().concat(answerer.sentTypes())).toEqual(["offer", "answer"]);
  });

  for (const who of /** @type {const} */ (["offerer", "answerer"])) {
    it(`restart ICE when the ${who} wishes`, async () => {
      pair();
      await offerer.addMedia();
      await connect();
      const before = offerer.iceUser();
      (who === "offerer" ? offerer : answerer).link.restartIce();
      await until("the offerer to use new ICE credentials", () => offerer.iceUser() !== before);
      await restartAnswered();
      await connected();
      expect(answerer.sentTypes()).not.toContain("offer");
    });
  }

  it("restart ICE once when both wish it at the same time", async () => {
    pair();
    await offerer.addMedia();
    await connect();
    offerer.link.restartIce();
    answerer.link.restartIce();
    await restartAnswered();
    await connected();
    expect(offerer.sentTypes()).toEqual(["offer", "offer"]);
  });

  it("offer again, each time anew, while no answer comes", async () => {
    pair();
    await offerer.addMedia();
    offerer.deliver = () => false;
    start();
    for (const offers of [1, 2, 3]) {
      await until(`offer ${offers} to be made`, () => offerer.sentTypes().length === offers);
      if (offers < 3) offerer.link.restartIce();
    }
    offerer.deliver = () => true;
    offerer.dropHeld();
    offerer.link.restartIce();
    await connected();
  });

  it("end without a word", async () => {
    pair();
    await offerer.addMedia();
    await connect();
    offerer.sent.length = 0;
    offerer.link.close();
    offerer.link.restartIce();
    offerer.link.receiveOfferRequest(false);
    await offerer.link.setTracks(null, null);
    await offerer.link.receiveDescription({ type: "offer", sdp: "v=0" });
    await offerer.link.receiveCandidate(null);
    expect(offerer.link.connectionState).toBe("closed");
    expect(offerer.sent).toEqual([]);
    expect(offerer.failures).toBe(0);
  });

  it("are made of the browser's own connection", () => {
    pair();
    expect(offerer.link).toBeInstanceOf(PeerLink);
    expect(offerer.link.connectionState).toBe("new");
  });
});
