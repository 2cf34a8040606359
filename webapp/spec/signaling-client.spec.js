import { SignalingClient } from "../js/signaling/signaling-client.js";
import { ScriptedSocket } from "./scripted-socket.js";
import { present } from "./support.js";

describe("The signaling client", () => {
  /** @type {string[]} */
  let events;
  /** @type {SignalingClient} */
  let client;

  const socket = () => present(ScriptedSocket.made.at(-1));

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(0));
    spyOn(Math, "random").and.returnValue(0);
    ScriptedSocket.made = [];
    events = [];
    client = new SignalingClient(
      new URL("ws://localhost/api/signaling"),
      {
        onOpen: () => events.push("open"),
        onMessage: ({ event }) => events.push(event),
        onLost: (retryAt) => events.push(`lost, again in ${retryAt - Date.now()}`),
        onTakenOver: () => events.push("taken over"),
      },
      { WebSocket: /** @type {any} */ (ScriptedSocket) },
    );
    client.connect();
  });

  afterEach(() => {
    client.close();
    jasmine.clock().uninstall();
  });

  it("reports that it is open and passes on messages, but not pongs", () => {
    socket().open();
    socket().receive({ event: "pong" });
    socket().receive({ event: "too_many_people", data: { roomName: "a", capacity: 2 } });
    expect(events).toEqual(["open", "too_many_people"]);
  });

  it("ignores frames that break the protocol", () => {
    socket().open();
    socket().dispatchEvent(new MessageEvent("message", { data: "hello" }));
    socket().receive({ event: "joined", data: 7 });
    socket().receive({ event: "sing" });
    expect(events).toEqual(["open"]);
  });

  it("drops what is sent while the socket is not open", () => {
    expect(client.send({ event: "leave_room" })).toBeFalse();
    socket().open();
    expect(client.send({ event: "leave_room" })).toBeTrue();
    expect(socket().sent).toEqual([{ event: "leave_room" }]);
  });

  it("retries without end, with growing delays", () => {
    const delays = [0, 300, 1200, 2700, 4800, 7000, 7000];
    for (const delay of delays) {
      socket().close();
      jasmine.clock().tick(delay + 1);
    }
    expect(events).toEqual(delays.map((delay) => `lost, again in ${delay}`));
    expect(ScriptedSocket.made.length).toBe(8);
  });

  it("does not reset the delays for a server that closes each socket at once", () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      socket().open();
      socket().close();
      jasmine.clock().tick(2000);
    }
    expect(events.filter((event) => event.startsWith("lost"))).toEqual([
      "lost, again in 0",
      "lost, again in 300",
      "lost, again in 1200",
    ]);
  });

  it("resets the delays after a connection that lasted", () => {
    socket().close();
    jasmine.clock().tick(1);
    socket().close();
    jasmine.clock().tick(300);
    socket().open();
    jasmine.clock().tick(1000);
    socket().receive({ event: "pong" });
    jasmine.clock().tick(4000);
    events = [];
    socket().close();
    expect(events).toEqual(["lost, again in 0"]);
  });

  it("returns soon to a server that starts again", () => {
    socket().open();
    socket().close(1012);
    for (const delay of [0, 300, 1200, 2000, 2000]) {
      expect(events.at(-1)).toBe(`lost, again in ${delay}`);
      jasmine.clock().tick(delay + 1);
      socket().close();
    }
    jasmine.clock().tick(2001);
    socket().open();
    socket().close();
    expect(events.at(-1)).toBe("lost, again in 7000");
  });

  it("retries at once when asked to", () => {
    socket().close();
    jasmine.clock().tick(1);
    socket().close();
    client.retryNow();
    expect(ScriptedSocket.made.length).toBe(3);
    client.retryNow();
    expect(ScriptedSocket.made.length).toBe(3);
  });

  it("replaces an open socket on request", () => {
    const old = socket();
    old.open();
    client.replace();
    expect(events).toEqual(["open", "lost, again in 0"]);
    socket().open();
    old.receive({ event: "too_many_people", data: { roomName: "a", capacity: 2 } });
    expect(events).toEqual(["open", "lost, again in 0", "open"]);
    expect(ScriptedSocket.made.length).toBe(2);
  });

  it("replaces a socket in doubt that does not answer in time", () => {
    socket().open();
    client.probe();
    jasmine.clock().tick(1000);
    socket().receive({ event: "pong" });
    jasmine.clock().tick(1000);
    expect(ScriptedSocket.made.length).toBe(1);
    client.probe();
    jasmine.clock().tick(1500);
    expect(ScriptedSocket.made.length).toBe(2);
  });

  it("waits a few round trips for the answer of a socket in doubt", async () => {
    socket().open();
    client.probe();
    jasmine.clock().tick(150);
    socket().receive({ event: "pong" });
    client.probe();
    jasmine.clock().tick(590);
    expect(ScriptedSocket.made.length).toBe(1);
    jasmine.clock().tick(10);
    expect(ScriptedSocket.made.length).toBe(2);
  });

  it("opens further sockets beside one that does not open in another network, and keeps the first that opens", () => {
    socket().open();
    client.replace();
    jasmine.clock().tick(700);
    const [, second, third, fourth] = ScriptedSocket.made;
    expect(ScriptedSocket.made.length).toBe(4);
    present(third).open();
    expect(events).toEqual(["open", "lost, again in 0", "open"]);
    expect([second, fourth].map((other) => other?.readyState)).toEqual([3, 3]);
    jasmine.clock().tick(4_000);
    expect(ScriptedSocket.made.length).toBe(4);
    client.send({ event: "leave_room" });
    expect(third?.sent).toContain({ event: "leave_room" });
  });

  it("continues while each of them is refused", () => {
    socket().open();
    client.replace();
    socket().close();
    jasmine.clock().tick(300);
    expect(ScriptedSocket.made.length).toBe(3);
    socket().open();
    expect(events).toEqual(["open", "lost, again in 0", "open"]);
  });

  it("reports when the socket was opened", () => {
    expect(client.openedAt).toBe(0);
    jasmine.clock().tick(1_000);
    socket().open();
    jasmine.clock().tick(1_000);
    expect(client.openedAt).toBe(1_000);
  });

  it("ends when another socket has taken the seat", () => {
    socket().open();
    socket().close(4409);
    jasmine.clock().tick(60_000);
    expect(events).toEqual(["open", "taken over"]);
    expect(ScriptedSocket.made.length).toBe(1);
  });

  it("pings every five seconds", () => {
    socket().open();
    for (let second = 0; second < 20; second++) {
      jasmine.clock().tick(1000);
      socket().receive({ event: "pong" });
    }
    expect(socket().sent).toEqual(Array(4).fill({ event: "ping" }));
    expect(events).toEqual(["open"]);
  });

  it("drops a socket after twelve seconds without a frame", () => {
    socket().open();
    jasmine.clock().tick(11_000);
    expect(events).toEqual(["open"]);
    jasmine.clock().tick(1000);
    expect(events).toEqual(["open", "lost, again in 0"]);
  });

  it("drops a socket that does not open", () => {
    jasmine.clock().tick(3_000);
    expect(events).toEqual(["lost, again in 0"]);
  });

  it("reports nothing once it is closed", () => {
    socket().open();
    client.close();
    client.replace();
    client.probe();
    jasmine.clock().tick(60_000);
    expect(events).toEqual(["open"]);
    expect(ScriptedSocket.made.length).toBe(1);
  });
});
