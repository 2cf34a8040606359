import { Side } from "./side.js";
import { present, until } from "./support.js";

describe("Two peer links of ours", () => {
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

  afterEach(() => [offerer, answerer].forEach((side) => side.end()));

  it("say so when encryption failed, which ICE cannot mend", async () => {
    pair();
    await Promise.all([offerer.addMedia(), answerer.addMedia()]);
    const forge = (/** @type {string} */ sdp) =>
      sdp.replace(/^(a=fingerprint:\S+) .*$/gm, `$1 ${Array(32).fill("AB").join(":")}`);
    answerer.deliver = (signal) => {
      if (signal.type === "description") signal.description.sdp = forge(signal.description.sdp);
      return true;
    };
    start();
    await until("the connection to fail", () => offerer.link.connectionState === "failed");
    expect(offerer.link.isBeyondRepair).toBeTrue();
  });

  it("have a channel of their own for signals, and restart ICE through it", async () => {
    pair();
    await offerer.addMedia();
    start();
    await connected();
    await until("both channels to be open", () => offerer.link.hasOpenChannel && answerer.link.hasOpenChannel);
    const before = offerer.iceUser();
    for (const side of [offerer, answerer]) side.throughChannel = true;
    await answerer.link.restartIce();
    await until("the offerer to use new ICE credentials", () => offerer.iceUser() !== before);
    await until(
      "the restart to be answered",
      () => answerer.sentTypes().filter((type) => type === "answer").length === 2,
    );
    await connected();
    await answerer.receives("audio", "video");
    expect(answerer.sentTypes()).not.toContain("offer");
  });

  it("take no notice of a request that comes late, when what it asked for is done", async () => {
    pair();
    await offerer.addMedia();
    start();
    await connected();
    answerer.deliver = ({ type }) => type !== "offer-request";
    await answerer.link.restartIce();
    await until("the restart to be asked for", () => answerer.sentTypes().includes("offer-request"));
    const before = offerer.iceUser();
    await offerer.link.restartIce();
    await until("the restart to be answered", () => offerer.iceUser() !== before && offerer.link.awaitingSince === 0);
    const offers = offerer.sentTypes().length;
    await answerer.deliverHeld();
    await answerer.link.restartIce();
    await answerer.deliverHeld();
    await until("the next restart to be offered", () => offerer.sentTypes().length > offers);
    expect(offerer.sentTypes().length).toBe(offers + 1);
  });

  it("have no channel with a client that is not one of ours", async () => {
    pair({ takesOfferRequests: false }, { takesOfferRequests: false });
    await offerer.addMedia();
    start();
    await connected();
    expect(offerer.link.hasOpenChannel || answerer.link.hasOpenChannel).toBeFalse();
    expect(JSON.stringify([...offerer.sent, ...answerer.sent])).not.toMatch(/m=application|x-negotiation/);
  });

  it("ignore an answer to an earlier offer, and an offer that comes twice or late", async () => {
    pair();
    await offerer.addMedia();
    start();
    await connected();
    const [first] = offerer.sent.filter(({ type }) => type === "description");
    const [answer] = answerer.sent.filter(({ type }) => type === "description");
    answerer.deliver = () => false;
    await offerer.link.restartIce();
    await until("the restart to be offered", () => offerer.sentTypes().length === 2);
    await offerer.link.receive(present(answer));
    expect(offerer.link.awaitingSince).toBeGreaterThan(0);
    answerer.deliver = () => true;
    await until("the restart to be answered", () => answerer.sentTypes().length === 2);
    await answerer.deliverHeld();
    await answerer.link.receive(present(first));
    await connected();
    expect(answerer.sentTypes()).toEqual(["answer", "answer"]);
    expect(offerer.failures + answerer.failures).toBe(0);
  });

  it("start anew what went unanswered", async () => {
    pair();
    await offerer.addMedia();
    offerer.deliver = () => false;
    start();
    await until("the offer to be made", () => offerer.sentTypes().length === 1);
    offerer.dropHeld();
    offerer.deliver = () => true;
    offerer.link.startAnew();
    await connected();
    expect(offerer.link.awaitingSince).toBe(0);
    offerer.link.startAnew();
    expect(offerer.sentTypes().length).toBe(2);
  });

  it("ask for fresh servers before a restart, on both sides", async () => {
    /** @type {string[]} */
    const asked = [];
    const refresh = (/** @type {string} */ who) => async () => {
      asked.push(who);
      return { iceServers: [], iceTransportPolicy: /** @type {const} */ ("all") };
    };
    pair({ refresh: refresh("offerer") }, { refresh: refresh("answerer") });
    await offerer.addMedia();
    start();
    await connected();
    expect(asked).toEqual([]);
    await offerer.link.restartIce();
    await until("the restart to be answered", () => answerer.sentTypes().length === 2);
    expect(asked).toEqual(["offerer", "answerer"]);
  });

  it("send a key frame when told to", async () => {
    pair();
    await offerer.addMedia();
    start();
    await connected();
    await answerer.receives("video");
    const keyFrames = async () =>
      [...(await answerer.link.getStats()).values()].find(
        ({ type, kind }) => type === "inbound-rtp" && kind === "video",
      ).keyFramesDecoded;
    const before = await keyFrames();
    await offerer.link.sendKeyFrame();
    await until("a key frame to arrive", async () => (await keyFrames()) > before);
  });

  it("notice that the other one has closed the connection", async () => {
    pair();
    await offerer.addMedia();
    start();
    await connected();
    await until("the channel to be open", () => answerer.link.hasOpenChannel);
    const closed = new Promise((resolve) => answerer.link.addEventListener("closedbypeer", resolve));
    offerer.link.close();
    await closed;
    expect(answerer.link.hasOpenChannel).toBeFalse();
  });
});
