import { PeerLink } from "../js/rtc/peer-link.js";
import { Pair } from "./side.js";
import { until } from "./support.js";

describe("Two peer links", () => {
  /** @type {Pair} */
  let pair;

  afterEach(() => pair.end());

  /** Two sides that may both offer. */
  function pairOfOfferers() {
    return new Pair({ extended: false }, { role: "offerer", extended: false });
  }

  /** Connects with offers that collide: both are made before either is delivered. */
  async function connectWithCollision() {
    for (const side of pair.sides) side.deliver = () => false;
    pair.start();
    await until("both sides to have offered", () => pair.sides.every((side) => side.sentTypes().length === 1));
    for (const side of pair.sides) side.deliver = () => true;
    await Promise.all(pair.sides.map((side) => side.deliverHeld()));
    await pair.connected();
  }

  it("connect, and both receive audio and video", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await pair.addMedia();
    await pair.connect();
    await pair.receiveMedia();
    expect(offerer.sentTypes()).toEqual(["offer"]);
    expect(answerer.sentTypes()).toEqual(["answer"]);
  });

  it("connect when one of them has nothing to send", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await answerer.addMedia();
    await pair.connect();
    await offerer.receives("audio", "video");
    expect(answerer.link.remoteStream.getTracks()).toEqual([]);
  });

  it("connect when candidates arrive before the description", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    offerer.deliver = (signal) => signal.type === "candidate";
    // The answerer sends no candidates, so only the offerer's early candidates can lead to a connection.
    answerer.deliver = (signal) => signal.type !== "candidate";
    pair.start();
    await offerer.gathered();
    offerer.deliver = () => true;
    await offerer.deliverHeld();
    await pair.connected();
  });

  it("accept the end of candidates as null, as an empty candidate, and before the description", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await answerer.link.receiveCandidate(null);
    await pair.connect();
    for (const link of [offerer.link, answerer.link]) {
      await link.receiveCandidate(null);
      await link.receiveCandidate({ candidate: "" });
      await link.receiveCandidate({ candidate: "", sdpMid: "0", sdpMLineIndex: 0 });
      expect(link.connectionState).toBe("connected");
    }
  });

  it("send the end of candidates as an empty candidate with its media line", async () => {
    pair = new Pair();
    const { offerer } = pair;
    await offerer.addMedia();
    pair.start();
    await offerer.gathered();
    const candidates = offerer.sent.flatMap((signal) => (signal.type === "candidate" ? [signal.candidate] : []));
    expect(candidates.at(-1)).toEqual({ candidate: "", sdpMid: "0", sdpMLineIndex: 0 });
  });

  it("ignore malformed candidates", async () => {
    pair = new Pair();
    const { offerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    await offerer.link.receiveCandidate({ candidate: "candidate:hello", sdpMid: "0" });
    await offerer.link.receiveCandidate({ candidate: "candidate:1 1 udp 1 192.0.2.7 9 typ host", sdpMid: "77" });
    expect(offerer.link.connectionState).toBe("connected");
    expect(offerer.failures).toBe(0);
  });

  it("report a malformed description as a failed negotiation", async () => {
    pair = new Pair();
    const { offerer } = pair;
    await offerer.link.receiveDescription({ type: "offer", sdp: "v=nonsense" });
    expect(offerer.failures).toBe(1);
  });

  it("resolve a collision of offers by politeness, and both receive audio and video", async () => {
    pair = pairOfOfferers();
    const { offerer, answerer } = pair;
    await pair.addMedia();
    await connectWithCollision();
    await pair.receiveMedia();
    expect(offerer.sentTypes()).toEqual(["offer"]);
    expect(answerer.sentTypes()).toEqual(["offer", "answer"]);
    expect(pair.failures).toBe(0);
  });

  it("resolve a collision of offers when the polite side has nothing to send", async () => {
    pair = pairOfOfferers();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await connectWithCollision();
    await answerer.receives("audio", "video");
    // Two of its media lines are left over. They cost one more negotiation, not an endless series.
    expect(answerer.sentTypes().length).toBeLessThan(5);
    expect(pair.failures).toBe(0);
  });

  it("renegotiate at the request of the answerer, which never offers", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await pair.connect();
    await answerer.addMedia();
    await offerer.receives("audio", "video");
    expect(answerer.sentTypes()).toEqual(["answer", "offer-request", "answer"]);
    expect(offerer.sentTypes()).toEqual(["offer", "offer"]);
  });

  it("renegotiate by an offer of the answerer to a client of the basic protocol", async () => {
    pair = new Pair({}, { extended: false });
    const { offerer, answerer } = pair;
    await pair.connect();
    await answerer.addMedia();
    await offerer.receives("audio", "video");
    expect(answerer.sentTypes()).toEqual(["answer", "offer"]);
  });

  it("announce the latest state only, and measure the loudness", async () => {
    /** @type {unknown[]} */
    const received = [];
    pair = new Pair({}, { onOtherState: (state) => void received.push(state) });
    const { offerer, answerer } = pair;
    offerer.link.state.tell({ name: "too early" });
    offerer.link.state.tell({ name: "early" });
    await offerer.addMedia();
    await pair.connect();
    await until("the first state to arrive", () => received.length > 0);
    offerer.link.state.tell({ name: "later" });
    offerer.link.state.tell({ name: "later" });
    offerer.link.state.tell({ name: "last" });
    await until("the last state to arrive", () => received.length === 3);
    expect(received).toEqual([{ name: "early" }, { name: "later" }, { name: "last" }]);
    expect(offerer.sentTypes()).toEqual(["offer"]);
    // Only audio that is played has a loudness.
    const player = new Audio();
    player.srcObject = answerer.link.remoteStream;
    await player.play();
    await until("the answerer to hear the fake microphone's tone", () => answerer.link.level.read() > 0.1);
    player.srcObject = null;
    expect(offerer.link.level.read()).toBe(0);
  });

  it("replace a track without a negotiation", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await pair.addMedia();
    await pair.connect();
    await answerer.addMedia();
    await offerer.receives("audio", "video");
    await answerer.link.setTracks(null, null);
    expect(offerer.sentTypes().concat(answerer.sentTypes())).toEqual(["offer", "answer"]);
  });

  for (const who of /** @type {const} */ (["offerer", "answerer"])) {
    it(`restart ICE at the wish of the ${who}`, async () => {
      pair = new Pair();
      const { offerer, answerer } = pair;
      await offerer.addMedia();
      await pair.connect();
      const before = offerer.iceGeneration();
      (who === "offerer" ? offerer : answerer).link.negotiation.restartIce();
      await until("the offerer to use new ICE credentials", () => offerer.iceGeneration() !== before);
      await pair.restartAnswered();
      await pair.connected();
      expect(answerer.sentTypes()).not.toContain("offer");
    });
  }

  it("restart ICE once when both wish it at the same time", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    offerer.link.negotiation.restartIce();
    answerer.link.negotiation.restartIce();
    await pair.restartAnswered();
    await pair.connected();
    expect(offerer.sentTypes()).toEqual(["offer", "offer"]);
  });

  it("make a new offer for each ICE restart while no answer arrives", async () => {
    pair = new Pair();
    const { offerer } = pair;
    await offerer.addMedia();
    offerer.deliver = () => false;
    pair.start();
    for (const offers of [1, 2, 3]) {
      await until(`offer ${offers} to be made`, () => offerer.sentTypes().length === offers);
      if (offers < 3) offerer.link.negotiation.restartIce();
    }
    offerer.deliver = () => true;
    offerer.dropHeld();
    offerer.link.negotiation.restartIce();
    await pair.connected();
  });

  it("send and report nothing after they were closed", async () => {
    pair = new Pair();
    const { offerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    offerer.sent.length = 0;
    offerer.link.close();
    offerer.link.negotiation.restartIce();
    offerer.link.receiveOfferRequest(false);
    await offerer.link.setTracks(null, null);
    await offerer.link.receiveDescription({ type: "offer", sdp: "v=0" });
    await offerer.link.receiveCandidate(null);
    expect(offerer.link.connectionState).toBe("closed");
    expect(offerer.sent).toEqual([]);
    expect(offerer.failures).toBe(0);
  });

  it("are new before they start", () => {
    pair = new Pair();
    const { link } = pair.offerer;
    expect(link).toBeInstanceOf(PeerLink);
    expect(link.connectionState).toBe("new");
  });
});
