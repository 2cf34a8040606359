import { initialState } from "../js/room/call-state.js";
import { Arrival } from "../js/ui/call/arrival.js";

/** @typedef {import("../js/room/call-state.js").Phase} Phase */

describe("An arrival", () => {
  const title = document.title;
  /** @type {jasmine.Spy} */
  let start;
  /** @type {Arrival} */
  let arrival;

  const show = (/** @type {Phase[]} */ ...phases) =>
    phases.forEach((phase) => arrival.show({ ...initialState("tea"), phase }));
  const turn = (/** @type {DocumentVisibilityState} */ visibility) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  /** The sound begins once the browser has opened its player. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  beforeEach(() => {
    start = spyOn(globalThis, "AudioContext").and.throwError("counted, not played");
    arrival = new Arrival();
  });

  afterEach(() => {
    Reflect.deleteProperty(document, "visibilityState");
    document.title = title;
  });

  it("is announced by a sound, and by the title until the page is seen", async () => {
    show("waiting");
    turn("hidden");
    show("connecting", "connected");
    await settled();
    expect(start).toHaveBeenCalledTimes(1);
    expect(document.title).toContain("Somebody is here");
    turn("visible");
    expect(document.title).toBe("tea – Video Chat Room");
    turn("hidden");
    expect(document.title).toBe("tea – Video Chat Room");
  });

  it("leaves the title once the peer is gone again", () => {
    show("waiting");
    turn("hidden");
    show("connected", "waiting");
    expect(document.title).toBe("tea – Video Chat Room");
  });

  it("is not announced after a reconnection, or to the participant who arrives", async () => {
    show("preparing", "joining", "connecting", "connected", "reconnecting", "connected");
    await settled();
    expect(start).not.toHaveBeenCalled();
  });
});
