import { DeviceSwitches } from "../js/room/local/device-switches.js";
import { AddressPrivacy } from "../js/room/seat/address-privacy.js";
import { IceServers } from "../js/room/seat/ice-servers.js";
import { askForSeat, offerSeat, takeSeatBack } from "../js/room/seat/seat-handover.js";
import { Seat } from "../js/room/seat/seat.js";
import { SeatTokens } from "../js/room/seat/seat-tokens.js";
import { viewOf } from "../js/room/visit-view.js";
import { REFUSING_AREA } from "./storage-areas.js";
import { present } from "./support.js";

const SERVER = new URL("ws://localhost/api/signaling");

describe("The tokens of a seat", () => {
  afterEach(() => sessionStorage.clear());

  it("outlive the page, for the same server and room only", () => {
    new SeatTokens(SERVER, "Room").keep("first");
    expect(new SeatTokens(SERVER, "room").token).toBe("first");
    expect(new SeatTokens(SERVER, "other").token).toBeNull();
    expect(new SeatTokens(new URL("ws://example.org/"), "room").token).toBeNull();
  });

  it("have an attempt before there is a token, which a reload does not change", () => {
    const { attempt } = new SeatTokens(SERVER, "room");
    const reloaded = new SeatTokens(SERVER, "room");
    expect(reloaded.token).toBeNull();
    expect(reloaded.attempt).toBe(attempt);
    reloaded.forget();
    expect(reloaded.attempt).not.toBe(attempt);
  });

  it("replace each other, and are forgotten", () => {
    const tokens = new SeatTokens(SERVER, "room");
    tokens.keep("first");
    tokens.keep("second");
    expect(new SeatTokens(SERVER, "room").token).toBe("second");
    expect(new SeatTokens(SERVER, "room").attempt).toBe(tokens.attempt);
    const { attempt } = tokens;
    tokens.keep("third");
    expect(tokens.attempt).not.toBe(attempt);
    tokens.forget();
    expect(tokens.token).toBeNull();
    expect(new SeatTokens(SERVER, "room").token).toBeNull();
  });

  it("live as long as the page where nothing can be stored", () => {
    for (const storage of [null, REFUSING_AREA]) {
      const tokens = new SeatTokens(SERVER, "room", storage);
      expect(tokens.token).toBeNull();
      tokens.keep("first");
      expect(tokens.token).toBe("first");
      tokens.forget();
      expect(tokens.token).toBeNull();
    }
  });

  it("are handed back by the tab that has the seat", async () => {
    const handover = { token: "token", on: { camera: false, microphone: true } };
    const withdraw = offerSeat("p-1", () => handover);
    expect(await askForSeat("p-1")).toEqual(handover);
    expect(await askForSeat("p-2")).toBeNull();
    const [tokens, switches] = [new SeatTokens(SERVER, "room", null), new DeviceSwitches("room", null)];
    await takeSeatBack("p-1", tokens, switches);
    expect([tokens.token, switches.isOn("camera"), switches.isOn("microphone")]).toEqual(["token", false, true]);
    withdraw();
    expect(await askForSeat("p-1")).toBeNull();
  });
});

/** A socket without a network. */
class SilentSocket extends EventTarget {
  static OPEN = 1;
  /** @type {SilentSocket[]} */
  static made = [];
  readyState = SilentSocket.OPEN;
  /** @type {any[]} */
  sent = [];

  constructor() {
    super();
    SilentSocket.made.push(this);
  }

  /** @param {string} frame */
  send(frame) {
    this.sent.push(JSON.parse(frame));
  }

  close() {
    this.readyState = 3;
  }
}

describe("A seat", () => {
  const { WebSocket } = globalThis;
  /** @type {Seat} */
  let seat;
  let isConnectionKept = true;

  beforeEach(() => {
    globalThis.WebSocket = /** @type {any} */ (SilentSocket);
    SilentSocket.made = [];
    isConnectionKept = true;
    seat = new Seat({
      address: SERVER,
      roomName: "room",
      tokens: new SeatTokens(SERVER, "room", null),
      devicesOn: () => ({ camera: true, microphone: true }),
      onlyReturns: false,
      keepsConnection: () => isConnectionKept,
      onMessage: () => undefined,
      onChange: () => undefined,
      onMoved: () => undefined,
    });
    seat.open();
  });

  afterEach(() => {
    seat.abandon();
    globalThis.WebSocket = WebSocket;
  });

  it("has a new socket before it reports that the network is gone or another one", () => {
    /** @type {[string, number][]} */
    const reports = [];
    for (const type of ["networkgone", "networkchanged"])
      seat.addEventListener(type, () => reports.push([type, SilentSocket.made.length]));
    globalThis.dispatchEvent(new Event("offline"));
    globalThis.dispatchEvent(new Event("online"));
    expect(reports).toEqual([
      ["networkgone", 2],
      ["networkchanged", 3],
    ]);
    seat.abandon();
    globalThis.dispatchEvent(new Event("offline"));
    expect(reports.length).toBe(2);
  });

  it("remembers what its request said about the connection", () => {
    const socket = present(SilentSocket.made[0]);
    expect(seat.announcedConnection).toBeFalse();
    socket.dispatchEvent(new Event("open"));
    isConnectionKept = false;
    expect(socket.sent).toEqual([
      { event: "join_room", data: jasmine.objectContaining({ roomName: "room", keepsConnection: true }) },
    ]);
    expect(seat.announcedConnection).toBeTrue();
    seat.requestSeat();
    expect(socket.sent[1].data.keepsConnection).toBeFalse();
    expect(seat.announcedConnection).toBeFalse();
  });
});

describe("The ICE servers of a visit", () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(100_000));
  });
  afterEach(() => jasmine.clock().uninstall());

  it("are requested again when they are not fresh any more, with a timeout", async () => {
    let asked = 0;
    const servers = new IceServers(() => ++asked > 0);
    servers.take([]);
    await servers.refresh();
    expect(asked).toBe(0);
    jasmine.clock().tick(11_000);
    const answered = servers.refresh();
    servers.take([{ urls: ["stun:example.org"] }]);
    await answered;
    expect(servers.current.length).toBe(1);
    jasmine.clock().tick(11_000);
    const unanswered = servers.refresh();
    jasmine.clock().tick(1_000);
    await unanswered;
    expect(asked).toBe(2);
  });

  it("are waited for while the seat is taken again, which brings them", async () => {
    const servers = new IceServers(() => undefined);
    const refreshed = servers.refresh();
    servers.take([{ urls: ["stun:example.org"] }]);
    await refreshed;
    expect(servers.current.length).toBe(1);
  });
});

describe("Hiding the local address", () => {
  afterEach(() => localStorage.clear());

  it("is remembered, and in force where there is a relay", () => {
    new AddressPrivacy().choose(true);
    const privacy = new AddressPrivacy();
    privacy.learn([{ urls: ["stun:a", "turn:a"] }], "all");
    expect([privacy.state, privacy.policy, privacy.isDenied]).toEqual(["on", "relay", false]);
    privacy.choose(false);
    expect([privacy.state, privacy.policy]).toEqual(["off", "all"]);
  });

  it("is reported as impossible without a relay", () => {
    const privacy = new AddressPrivacy();
    privacy.choose(true);
    privacy.learn([{ urls: ["stun:a"] }], "all");
    expect([privacy.state, privacy.policy, privacy.isDenied]).toEqual(["impossible", "all", true]);
  });

  it("is in force when the server demands it", () => {
    const privacy = new AddressPrivacy();
    privacy.learn([{ urls: ["turns:a"] }], "relay");
    expect([privacy.state, privacy.policy]).toEqual(["demanded", "relay"]);
  });
});

describe("A visit shows", () => {
  const seated = { isTaken: true, isRefused: false, retryAt: null };
  const lost = { isTaken: false, isRefused: false, retryAt: 5 };
  const works = { health: "connected", troubledSince: null, path: "direct", quality: { value: "good" } };
  const peer = (/** @type {object} */ change) => /** @type {any} */ ({ monitor: { ...works, ...change } });
  const healthy = peer({});

  it("that a call goes on without the server", () => {
    expect(viewOf(lost, healthy, true, "", "")).toEqual(
      jasmine.objectContaining({ phase: "connected", notice: "server-away" }),
    );
    expect(viewOf(seated, healthy, false, "", "")).toEqual(
      jasmine.objectContaining({ phase: "connected", notice: "other-away" }),
    );
  });

  it("that a call cannot begin without the server", () => {
    expect(viewOf(lost, peer({ health: "connecting" }), true, "", "").phase).toBe("server-unreachable");
    expect(viewOf(lost, null, true, "", "").phase).toBe("server-unreachable");
  });

  it("since when it is reconnecting, and no quality meanwhile", () => {
    const view = viewOf(seated, peer({ health: "reconnecting", troubledSince: 7 }), true, "", "");
    expect(view).toEqual(jasmine.objectContaining({ phase: "reconnecting", since: 7, quality: "", connection: "" }));
  });

  it("how the peer left", () => {
    expect(viewOf(seated, null, true, "left", "")).toEqual(
      jasmine.objectContaining({ phase: "waiting", notice: "left" }),
    );
  });
});
