import { Pair } from "./side.js";
import { present, until } from "./support.js";

describe("Two peer links of the extended protocol", () => {
  /** @type {Pair} */
  let pair;

  afterEach(() => pair.end());

  it("report that DTLS has failed, which an ICE restart does not repair", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await pair.addMedia();
    const forge = (/** @type {string} */ sdp) =>
      sdp.replace(/^(a=fingerprint:\S+) .*$/gm, `$1 ${Array(32).fill("AB").join(":")}`);
    answerer.deliver = (signal) => {
      if (signal.type === "description") signal.description.sdp = forge(signal.description.sdp);
      return true;
    };
    pair.start();
    await until("the connection to fail", () => offerer.link.connectionState === "failed");
    expect(offerer.link.hasDtlsFailed).toBeTrue();
  });

  it("have a signal channel, and restart ICE through it", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    await until("both channels to be open", () => offerer.link.hasOpenChannel && answerer.link.hasOpenChannel);
    const before = offerer.iceGeneration();
    for (const side of pair.sides) side.throughChannel = true;
    await answerer.link.negotiation.restartIce();
    await until("the offerer to use new ICE credentials", () => offerer.iceGeneration() !== before);
    await pair.restartAnswered();
    await pair.connected();
    await answerer.receives("audio", "video");
    expect(answerer.sentTypes()).not.toContain("offer");
  });

  it("ignore a late request for an offer that has been made since", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    answerer.deliver = ({ type }) => type !== "offer-request";
    await answerer.link.negotiation.restartIce();
    await until("the ICE restart to be requested", () => answerer.sentTypes().includes("offer-request"));
    const before = offerer.iceGeneration();
    await offerer.link.negotiation.restartIce();
    await until(
      "the ICE restart to be answered",
      () => offerer.iceGeneration() !== before && offerer.link.negotiation.awaitingSince === 0,
    );
    const offers = offerer.sentTypes().length;
    await answerer.deliverHeld();
    // a restart that the late request began would have an offer under way by then
    await new Promise((resolve) => setTimeout(resolve));
    expect([offerer.link.negotiation.awaitingSince, offerer.sentTypes().length]).toEqual([0, offers]);
    await answerer.link.negotiation.restartIce();
    await answerer.deliverHeld();
    await until("the next ICE restart to be offered", () => offerer.sentTypes().length > offers);
    expect(offerer.sentTypes().length).toBe(offers + 1);
  });

  it("have no data channel and no offer ids with a client of the basic protocol", async () => {
    pair = new Pair({ extended: false }, { extended: false });
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    expect(offerer.link.hasOpenChannel || answerer.link.hasOpenChannel).toBeFalse();
    expect(JSON.stringify([...offerer.sent, ...answerer.sent])).not.toMatch(/m=application|x-negotiation/);
  });

  it("ignore an answer to an earlier offer, and an offer that arrives twice or late", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    const [first] = offerer.sent.filter(({ type }) => type === "description");
    const [answer] = answerer.sent.filter(({ type }) => type === "description");
    answerer.deliver = () => false;
    await offerer.link.negotiation.restartIce();
    await until("the ICE restart to be offered", () => offerer.sentTypes().length === 2);
    await offerer.link.receive(present(answer));
    expect(offerer.link.negotiation.awaitingSince).toBeGreaterThan(0);
    answerer.deliver = () => true;
    await until("the ICE restart to be answered", () => answerer.sentTypes().length === 2);
    await answerer.deliverHeld();
    await answerer.link.receive(present(first));
    await pair.connected();
    expect(answerer.sentTypes()).toEqual(["answer", "answer"]);
    expect(pair.failures).toBe(0);
  });

  it("repeat an unanswered offer", async () => {
    pair = new Pair();
    const { offerer } = pair;
    await offerer.addMedia();
    offerer.deliver = () => false;
    pair.start();
    await until("the offer to be made", () => offerer.sentTypes().length === 1);
    offerer.dropHeld();
    offerer.deliver = () => true;
    offerer.link.negotiation.repeat();
    await pair.connected();
    expect(offerer.link.negotiation.awaitingSince).toBe(0);
    offerer.link.negotiation.repeat();
    expect(offerer.sentTypes().length).toBe(2);
  });

  it("get fresh ICE servers before an ICE restart, on both sides", async () => {
    /** @type {string[]} */
    const refreshed = [];
    const refresh = (/** @type {string} */ who) => async () => {
      refreshed.push(who);
      return { iceServers: [], iceTransportPolicy: /** @type {const} */ ("all") };
    };
    pair = new Pair({ refresh: refresh("offerer") }, { refresh: refresh("answerer") });
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    expect(refreshed).toEqual([]);
    await offerer.link.negotiation.restartIce();
    await until("the ICE restart to be answered", () => answerer.sentTypes().length === 2);
    expect(refreshed).toEqual(["offerer", "answerer"]);
  });

  it("send a key frame on request", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    await answerer.receives("video");
    const keyFrames = async () =>
      [...(await answerer.link.getStats()).values()].find(
        ({ type, kind }) => type === "inbound-rtp" && kind === "video",
      ).keyFramesDecoded;
    const before = await keyFrames();
    await offerer.link.sendKeyFrame();
    await until("a key frame to arrive", async () => (await keyFrames()) > before);
  });

  it("notice that the other side has closed the connection", async () => {
    pair = new Pair();
    const { offerer, answerer } = pair;
    await offerer.addMedia();
    await pair.connect();
    await until("the channel to be open", () => answerer.link.hasOpenChannel);
    const closed = new Promise((resolve) => answerer.link.addEventListener("closedbypeer", resolve));
    offerer.link.close();
    await closed;
    expect(answerer.link.hasOpenChannel).toBeFalse();
  });
});
