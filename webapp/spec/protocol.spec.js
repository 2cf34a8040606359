import { decode, dispatch, encode, ProtocolError } from "../js/protocol/messages.js";
import { present } from "./support.js";

/** @typedef {{ name: string, payload: { event: string, data?: unknown } }} Example */
/** @typedef {import("../js/protocol/messages.js").ClientMessage} ClientMessage */

const TO = "p-7Jd2aQ";
const SDP = "v=0\r\n";

/** @type {Record<string, ClientMessage>} What this client sends, by the name of its example. */
const SENT = {
  "join_room full": { event: "join_room", data: { roomName: "important-meeting" } },
  "join_room resume": {
    event: "join_room",
    data: { roomName: "important-meeting", resumeToken: "dG9rZW4.c2ln", attempt: "b25jZQ", keepsConnection: true },
  },
  "join_room return": {
    event: "join_room",
    data: { roomName: "important-meeting", resumeToken: "dG9rZW4.c2ln", onlyReturns: true },
  },
  "join_room wait": { event: "join_room", data: { roomName: "important-meeting", waits: true } },
  "leave_room no-data": { event: "leave_room" },
  "leave_room page-goes": { event: "leave_room", data: { mayReturn: true } },
  "ping ping": { event: "ping" },
  "look_at_room look": { event: "look_at_room", data: { roomName: "important-meeting" } },
  "request_ice_servers request": { event: "request_ice_servers" },
  "call_connected direct": { event: "call_connected", data: { milliseconds: 740, path: "direct" } },
  "call_connected relayed": { event: "call_connected", data: { milliseconds: 2310, path: "relayed" } },
  "send_connection_offer full": {
    event: "send_connection_offer",
    data: { to: TO, offer: { type: "offer", sdp: SDP } },
  },
  "answer full": { event: "answer", data: { to: TO, answer: { type: "answer", sdp: SDP } } },
  "send_candidate end-of-candidates": {
    event: "send_candidate",
    data: { to: TO, candidate: { candidate: "", sdpMid: "0", sdpMLineIndex: 0 } },
  },
  "send_candidates burst": {
    event: "send_candidates",
    data: {
      to: TO,
      candidates: [
        { candidate: "candidate:2 1 udp 1686052607 198.51.100.7 50001 typ srflx", sdpMid: "0", sdpMLineIndex: 0 },
        { candidate: "", sdpMid: "0", sdpMLineIndex: 0 },
      ],
    },
  },
  "request_offer renegotiate": { event: "request_offer", data: { to: TO } },
  "request_offer restart-ice": { event: "request_offer", data: { to: TO, iceRestart: true } },
};

/** Examples of what other clients may send. */
const SENT_BY_OTHERS = [
  "join_room bare",
  "leave_room null-data",
  "send_connection_offer bare",
  "answer bare",
  "send_candidate bare",
  "send_candidate end-as-the-original-sends-it",
];

describe("The protocol's messages", () => {
  /** @type {any} */
  let document;

  beforeAll(async () => {
    document = await (await fetch(new URL("../../src/docs/protocol/asyncapi.json", import.meta.url))).json();
  });

  /**
   * @param {"fromClient" | "fromServer"} operation
   * @returns {[string, Example][]} With the event and the example's name.
   */
  function examples(operation) {
    return document.operations[operation].messages.flatMap((/** @type {{ $ref: string }} */ { $ref }) => {
      const message = document.components.messages[present($ref.split("/").pop())];
      return message.examples.map((/** @type {Example} */ example) => [
        `${message.name ?? example.payload.event} ${example.name}`,
        example,
      ]);
    });
  }

  it("decodes every example of the server", () => {
    const all = examples("fromServer");
    expect(all.length).toBeGreaterThan(9);
    for (const [name, { payload }] of all) {
      expect(decode(JSON.stringify(payload)))
        .withContext(name)
        .toEqual(/** @type {any} */ ({ data: undefined, ...payload }));
    }
  });

  it("encodes every example of a client of ours", () => {
    const all = examples("fromClient");
    const names = all.map(([name]) => name);
    expect(names.sort()).toEqual([...Object.keys(SENT), ...SENT_BY_OTHERS].sort());
    for (const [name, { payload }] of all) {
      const message = SENT[name];
      if (message !== undefined)
        expect(JSON.parse(encode(message)))
          .withContext(name)
          .toEqual(payload);
    }
  });

  it("ignores an event it does not know", () => {
    expect(decode('{"event":"sing","data":{}}')).toBeNull();
    expect(decode('{"event":"toString"}')).toBeNull();
  });

  it("ignores members it does not know", () => {
    expect(decode('{"event":"pong","colour":"red"}')).toEqual({ event: "pong", data: undefined });
  });

  it("refuses what is no message", () => {
    for (const frame of [new Blob(), "", "hello", "null", "[]", "7", '{"data":1}', '{"event":7}']) {
      expect(() => decode(frame))
        .withContext(String(frame))
        .toThrowError(ProtocolError);
    }
  });

  it("refuses data of the wrong shape", () => {
    const wrong = [
      { event: "joined" },
      { event: "joined", data: { roomName: "a", participantId: "p", iceServers: [], others: [{}] } },
      { event: "joined", data: { roomName: "a", participantId: "p", iceServers: [{ urls: "stun:x" }], others: [] } },
      {
        event: "joined",
        data: { roomName: "a", participantId: "p", iceServers: [], others: [], iceTransportPolicy: "all" },
      },
      { event: "ice_servers", data: { iceServers: [{ urls: "stun:x" }] } },
      { event: "room_state", data: { roomName: "a", occupancy: "crowded" } },
      { event: "participant_reconnecting", data: {} },
      {
        event: "participant_returned",
        data: { participantId: "p", role: "offerer", polite: true, takesOfferRequests: true },
      },
      {
        event: "another_person_ready",
        data: { participantId: "p", role: "chief", polite: true, takesOfferRequests: true },
      },
      { event: "participant_left", data: { participantId: "p", reason: "bored" } },
      { event: "send_connection_offer", data: { offer: { type: "answer", sdp: "" }, from: "p", roomName: "a" } },
      { event: "answer", data: { answer: { type: "answer" }, from: "p", roomName: "a" } },
      { event: "send_candidate", data: { from: "p", roomName: "a" } },
      { event: "send_candidates", data: { candidates: {}, from: "p", roomName: "a" } },
      { event: "send_candidates", data: { candidates: [null, 7], from: "p", roomName: "a" } },
      { event: "request_offer", data: { from: "p", roomName: "a" } },
      { event: "error", data: "oops" },
    ];
    for (const message of wrong) {
      expect(() => decode(JSON.stringify(message)))
        .withContext(JSON.stringify(message))
        .toThrowError(ProtocolError);
    }
  });

  it("gives a message to the handler of its event only", () => {
    /** @type {string[]} */
    const calls = [];
    const note = (/** @type {string} */ name) => () => void calls.push(name);
    dispatch(
      { event: "too_many_people", data: { roomName: "a", capacity: 2 } },
      {
        joined: note("joined"),
        ice_servers: note("ice_servers"),
        room_state: note("room_state"),
        another_person_ready: note("another_person_ready"),
        participant_reconnecting: note("participant_reconnecting"),
        participant_returned: note("participant_returned"),
        participant_left: note("participant_left"),
        too_many_people: ({ capacity }) => void calls.push(`too_many_people ${capacity}`),
        send_connection_offer: note("send_connection_offer"),
        answer: note("answer"),
        send_candidate: note("send_candidate"),
        send_candidates: note("send_candidates"),
        request_offer: note("request_offer"),
        pong: note("pong"),
        error: note("error"),
      },
    );
    expect(calls).toEqual(["too_many_people 2"]);
  });
});
