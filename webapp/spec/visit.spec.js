import { Messages } from "../js/messages/messages.js";
import { initialState } from "../js/room/call-state.js";
import { LocalParticipant } from "../js/room/local/local-participant.js";
import { AddressPrivacy } from "../js/room/seat/address-privacy.js";
import { SeatTokens } from "../js/room/seat/seat-tokens.js";
import { Visit } from "../js/room/visit.js";
import { RoomServer } from "./room-server.js";
import { present, until } from "./support.js";

const SERVER = new URL("ws://localhost/api/signaling");

/** One of two participants in one page. */
class Visitor {
  state = initialState("room");
  exceeded = 0;
  local;
  messages;
  #name;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
    this.local = new LocalParticipant(name, () => 0, null);
    this.local.setName(name);
    this.messages = new Messages(`visit-spec-${name}`);
    this.visit = new Visit({
      address: SERVER,
      roomName: "room",
      local: this.local,
      messages: this.messages,
      tokens: new SeatTokens(SERVER, "room", null),
      privacy: new AddressPrivacy(),
      update: (change) => (this.state = { ...this.state, ...change }),
      onExceeded: () => this.exceeded++,
      onRefused: () => undefined,
      onMoved: () => undefined,
    });
    this.local.addEventListener("sent", () => this.visit.updateTracks());
  }

  /** @returns {Promise<void>} */
  async openDevices() {
    await this.local.prepare(["camera", "microphone"]);
  }

  /**
   * @param {import("../js/room/call-state.js").Phase} phase
   * @param {import("../js/room/call-state.js").Notice} [notice]
   */
  async reaches(phase, notice = "") {
    await until(`${this.#name} to be ${phase}`, () => this.state.phase === phase && this.state.notice === notice);
  }

  leave() {
    this.visit.leave({ mayReturn: false });
    this.local.release();
    void this.messages.forget();
  }
}

describe("A visit", () => {
  const { WebSocket } = globalThis;
  /** @type {RoomServer} */
  let server;
  /** @type {Visitor} */
  let alice;
  /** @type {Visitor} */
  let bob;
  /** @type {Visitor[]} */
  let visitors = [];

  /** @param {() => boolean} condition For either of the two. */
  const both = (condition) => until("both", condition);

  beforeEach(async () => {
    server = new RoomServer();
    globalThis.WebSocket = server.WebSocket;
    visitors = [(alice = new Visitor("Alice"))];
    await alice.openDevices();
    await alice.reaches("waiting");
    visitors.push((bob = new Visitor("Bob")));
    await bob.openDevices();
    await alice.reaches("connected");
    await bob.reaches("connected");
  });

  afterEach(() => {
    globalThis.WebSocket = WebSocket;
    localStorage.clear();
    for (const visitor of visitors) visitor.leave();
  });

  it("connects to the peer, who announces their state", async () => {
    await both(() => alice.state.other?.name === "Bob" && bob.state.other?.name === "Alice");
    await both(() => alice.state.remotePicture && bob.state.remotePicture && alice.state.connection === "direct");
    bob.local.turn("microphone", false);
    await until("Alice to see that Bob is muted", () => alice.state.other?.microphone === "off");
    await until(
      "the server to hear of both",
      () => server.received.filter((one) => one === "call_connected").length === 2,
    );
  });

  it("restarts ICE on the same connection after a change of the network", async () => {
    const { peer } = alice.visit;
    const offers = () => server.received.filter((event) => event === "send_connection_offer").length;
    const before = offers();
    globalThis.dispatchEvent(new Event("offline"));
    globalThis.dispatchEvent(new Event("online"));
    await until("another offer", () => offers() > before);
    await both(() => [alice, bob].every(({ visit }) => visit.seat.isTaken));
    await alice.reaches("connected");
    await bob.reaches("connected");
    expect(alice.visit.peer).toBe(peer);
  });

  it("goes on without the server, and restarts ICE over the connection itself", async () => {
    const { peer } = alice.visit;
    server.disconnect();
    await alice.reaches("connected", "server-away");
    await bob.reaches("connected", "server-away");
    let restarts = 0;
    present(peer).link.addEventListener("restart", () => restarts++);
    present(bob.visit.peer).monitor.restart();
    await until("ICE to be restarted", () => restarts > 0);
    server.isReachable = true;
    alice.visit.seat.reconnect();
    bob.visit.seat.reconnect();
    await alice.reaches("connected");
    await bob.reaches("connected");
    expect(alice.visit.peer).toBe(peer);
  });

  it("makes a new connection when a participant hides the address, and waits when the peer leaves", async () => {
    const { peer } = alice.visit;
    bob.visit.updatePrivacy();
    await until("a new connection", () => alice.visit.peer !== null && alice.visit.peer !== peer);
    await alice.reaches("connected");
    await bob.reaches("connected");
    bob.leave();
    await alice.reaches("waiting", "left");
    expect(alice.visit.peer).toBeNull();
    expect(alice.state.remoteStream).toBeNull();
  });

  it("ends when the peer asks for more than a call needs", () => {
    const { link } = present(alice.visit.peer);
    for (let i = 0; i < 60; i++) link.receiveOfferRequest(true);
    expect(alice.exceeded).toBe(1);
  });

  it("ends when participants come and go without end", async () => {
    const info = { role: "offerer", polite: false, takesOfferRequests: true };
    for (let i = 0; i < 40; i++)
      server.seats[0]?.socket?.deliver({ event: "another_person_ready", data: { ...info, participantId: `q-${i}` } });
    await until("Alice's page to have had enough", () => alice.exceeded > 0);
    expect(alice.visit.peer).toBeNull();
  });
});
