import { PeerSignaling } from "../js/room/peer/peer-signaling.js";

/** @typedef {import("../js/protocol/messages.js").ClientMessage} ClientMessage */
/** @typedef {import("../js/rtc/peer-link.js").LinkSignal} LinkSignal */

/** @type {(name: string) => LinkSignal} */
const candidate = (name) => ({ type: "candidate", candidate: { candidate: name } });
/** @type {LinkSignal} */
const OFFER = { type: "description", description: { type: "offer", sdp: "v=0" } };

describe("The signaling of a peer", () => {
  /** @type {ClientMessage[]} */
  let sent;
  /** @type {LinkSignal[]} */
  let sentThroughChannel;
  let isReachable = true;

  /** @param {boolean} takesOfferRequests */
  function signaling(takesOfferRequests) {
    const link = { sendThroughChannel: (/** @type {LinkSignal} */ signal) => sentThroughChannel.push(signal) > 0 };
    return new PeerSignaling(
      { participantId: "p-1", role: "offerer", polite: false, takesOfferRequests },
      /** @type {any} */ (link),
      (message) => isReachable && sent.push(message) > 0,
    );
  }

  beforeEach(() => {
    jasmine.clock().install();
    [sent, sentThroughChannel, isReachable] = [[], [], true];
  });
  afterEach(() => jasmine.clock().uninstall());

  it("sends candidates in batches, and the waiting ones before a description", () => {
    const peer = signaling(true);
    for (const name of ["a", "b", "c"]) peer.send(candidate(name));
    peer.send(OFFER);
    expect(sent.map(({ event }) => event)).toEqual(["send_candidate", "send_candidates", "send_connection_offer"]);
    expect(sent[1]?.data).toEqual({ to: "p-1", candidates: [{ candidate: "b" }, { candidate: "c" }] });
    peer.close();
  });

  it("sends candidates one by one to a client of the basic protocol", () => {
    const peer = signaling(false);
    for (const name of ["a", "b"]) peer.send(candidate(name));
    expect(sent.map(({ event }) => event)).toEqual(["send_candidate", "send_candidate"]);
    peer.close();
  });

  it("goes through the link's channel while the server cannot take a message", () => {
    const peer = signaling(true);
    isReachable = false;
    peer.send(candidate("a"));
    peer.send(OFFER);
    isReachable = true;
    peer.send({ type: "offer-request", iceRestart: true });
    expect(sentThroughChannel).toEqual([candidate("a"), OFFER]);
    expect(sent).toEqual([{ event: "request_offer", data: { to: "p-1", iceRestart: true } }]);
    peer.close();
  });

  it("drops waiting candidates when it is closed", () => {
    const peer = signaling(true);
    for (const name of ["a", "b"]) peer.send(candidate(name));
    peer.close();
    jasmine.clock().tick(1_000);
    expect(sent.length).toBe(1);
  });
});
