import { Negotiation } from "../js/rtc/negotiation.js";
import { offerIdOf, withOfferId } from "../js/rtc/offer-id.js";
import { present } from "./support.js";

/** @typedef {import("../js/rtc/peer-link.js").LinkSignal} LinkSignal */
/** @typedef {import("../js/rtc/peer-link.js").LinkOptions} LinkOptions */

/** The signaling of an RTCPeerConnection, without media. Its descriptions differ in their ICE generation only. */
class ScriptedConnection {
  signalingState = "stable";
  /** @type {object | null} */
  localDescription = null;
  /** @type {object | null} */
  remoteDescription = null;
  onnegotiationneeded = () => undefined;

  #generation = 1;

  async setLocalDescription() {
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.signalingState = type === "offer" ? "have-local-offer" : "stable";
    this.localDescription = { type, sdp: sdpOf(`own${this.#generation}`) };
  }

  /** @param {RTCSessionDescriptionInit} description */
  async setRemoteDescription(description) {
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
    this.remoteDescription = description;
  }

  restartIce() {
    this.#generation++;
    if (this.signalingState === "stable") queueMicrotask(() => this.onnegotiationneeded());
  }
}

/** @param {string} generation */
function sdpOf(generation) {
  return `v=0\r\na=ice-ufrag:${generation}\r\nm=audio\r\n`;
}

describe("A negotiation", () => {
  /** @type {ScriptedConnection} */
  let connection;
  /** @type {Negotiation} */
  let negotiation;
  /** @type {LinkSignal[]} */
  let sent;
  let generations = 0;

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(1_000_000));
    generations = 0;
  });

  afterEach(() => jasmine.clock().uninstall());

  /** @param {Partial<LinkOptions>} options */
  function start(options) {
    connection = new ScriptedConnection();
    sent = [];
    const parts = {
      connection,
      localTracks: { prepare: () => undefined, adopt: async () => undefined },
      remoteCandidates: { addEarly: async () => undefined },
      onOffered: () => undefined,
      onApplied: () => undefined,
      onRestart: () => generations++,
      onFailed: (/** @type {unknown} */ error) => fail(error),
    };
    const defaults = { iceServers: [], role: "offerer", polite: false, extended: true };
    const send = (/** @type {LinkSignal} */ signal) => void sent.push(signal);
    negotiation = new Negotiation(/** @type {any} */ (parts), /** @type {any} */ ({ ...defaults, ...options, send }));
  }

  /** Lets promises settle. */
  async function settle() {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  async function needNegotiation() {
    connection.onnegotiationneeded();
    await settle();
  }

  /** The requests that were sent, by whether they ask for an ICE restart. */
  const requests = () => sent.flatMap((signal) => (signal.type === "offer-request" ? [signal.iceRestart] : []));
  const descriptions = () => sent.flatMap((signal) => (signal.type === "description" ? [signal.description] : []));
  const sentTypes = () => descriptions().map(({ type }) => type);

  /** Answers the newest offer. */
  const answer = () =>
    negotiation.receive({
      type: "answer",
      sdp: withOfferId(sdpOf("theirs"), offerIdOf(present(descriptions().at(-1)).sdp)),
    });

  /**
   * @param {number} number Of the offer.
   * @param {string} [generation]
   */
  const offer = (number, generation = "theirs") =>
    negotiation.receive({ type: "offer", sdp: withOfferId(sdpOf(generation), { link: "theirs", number }) });

  it("awaits the answer to its offer, repeats the offer until then, and awaits nothing afterwards", async () => {
    start({});
    await needNegotiation();
    expect(negotiation.awaitingSince).toBe(Date.now());
    jasmine.clock().tick(4_000);
    negotiation.repeat();
    await settle();
    expect([sentTypes(), negotiation.awaitingSince]).toEqual([["offer", "offer"], Date.now()]);
    await answer();
    negotiation.repeat();
    await settle();
    expect([sentTypes(), negotiation.awaitingSince]).toEqual([["offer", "offer"], 0]);
  });

  it("requests an offer once for each change of the local media", async () => {
    start({ role: "answerer" });
    await needNegotiation();
    await offer(1);
    await needNegotiation();
    expect(requests()).toEqual([false]);
    negotiation.localMediaChanged();
    await needNegotiation();
    expect([requests(), sentTypes()]).toEqual([[false, false], ["answer"]]);
  });

  it("repeats a request for an ICE restart as such, until the offer is applied", async () => {
    start({ role: "answerer" });
    await offer(1);
    await negotiation.restartIce();
    negotiation.repeat();
    expect(requests()).toEqual([true, true]);
    await offer(2, "restarted");
    negotiation.repeat();
    expect([requests(), generations]).toEqual([[true, true], 1]);
  });

  it("repeats a plain request as such", async () => {
    start({ role: "answerer" });
    await needNegotiation();
    negotiation.repeat();
    expect(requests()).toEqual([false, false]);
  });

  it("starts one ICE generation for all that ask for it while fresh ICE servers are awaited", async () => {
    let refreshes = 0;
    /** @type {(value: null) => void} */
    let arrive = () => undefined;
    const refresh = () => {
      refreshes++;
      return new Promise((/** @type {(value: null) => void} */ resolve) => (arrive = resolve));
    };
    start({ refresh });
    void negotiation.restartIce();
    void negotiation.restartIce();
    negotiation.receiveRequest(true, null);
    arrive(null);
    await settle();
    expect([refreshes, sentTypes(), generations]).toEqual([1, ["offer"], 1]);
  });

  it("starts one ICE generation for all requests within two seconds", async () => {
    start({});
    negotiation.receiveRequest(true, null);
    negotiation.receiveRequest(true, null);
    await settle();
    negotiation.receiveRequest(true, null);
    await settle();
    jasmine.clock().tick(1_900);
    negotiation.receiveRequest(true, null);
    await settle();
    expect([sentTypes(), generations]).toEqual([["offer"], 1]);
    jasmine.clock().tick(100);
    negotiation.receiveRequest(true, null);
    await settle();
    expect([sentTypes(), generations]).toEqual([["offer", "offer"], 2]);
  });

  it("serves a request for an ICE restart at once after the one before was answered", async () => {
    start({});
    await negotiation.restartIce();
    await settle();
    await answer();
    negotiation.receiveRequest(true, offerIdOf(present(descriptions().at(-1)).sdp));
    await settle();
    expect([sentTypes(), generations]).toEqual([["offer", "offer"], 2]);
  });

  it("ignores a request that it has served already, and serves one that knows its newest offer", async () => {
    start({});
    await needNegotiation();
    await answer();
    const after = offerIdOf(present(descriptions().at(-1)).sdp);
    await needNegotiation();
    await answer();
    negotiation.receiveRequest(false, after);
    await settle();
    expect(sentTypes()).toEqual(["offer", "offer"]);
    negotiation.receiveRequest(false, offerIdOf(present(descriptions().at(-1)).sdp));
    await settle();
    expect(sentTypes()).toEqual(["offer", "offer", "offer"]);
  });

  it("ignores an offer that collides with its own, unless it is polite", async () => {
    start({ extended: false });
    await needNegotiation();
    await offer(1);
    expect([sentTypes(), negotiation.ignoresOffer]).toEqual([["offer"], true]);
    start({ extended: false, polite: true });
    await needNegotiation();
    await offer(1);
    expect([sentTypes(), negotiation.ignoresOffer]).toEqual([["offer", "answer"], false]);
  });
});
