/**
 * The messages of src/docs/protocol/asyncapi.json as types, and their encoding as text frames. Nothing here depends on
 * sockets or on the page.
 */

/** @typedef {"offerer" | "answerer"} Role This client's part in a negotiation. */
/** @typedef {"left" | "connection_lost" | "removed"} LeaveReason */
/** @typedef {"empty" | "waiting" | "full"} Occupancy How full a room is, as seen from the lobby. */
/** @typedef {{ type: "offer" | "answer", sdp: string }} Description RTCSessionDescriptionInit that crosses the wire. */
/** @typedef {RTCIceCandidateInit | null} Candidate Null or an empty `candidate` is the end of candidates. */

/**
 * @typedef {object} PeerInfo Another participant, and this client's part in the negotiation with them.
 * @property {string} participantId
 * @property {Role} role
 * @property {boolean} polite Whether this client gives way when offers cross.
 * @property {boolean} takesOfferRequests Whether the peer's client speaks the extended protocol, with `request_offer`.
 * @property {boolean} [present] In `joined` only: false while the peer's socket is lost and their seat is kept.
 */

/**
 * @typedef {object} Joined
 * @property {string} roomName The canonical name.
 * @property {string} participantId
 * @property {RTCIceServer[]} iceServers
 * @property {PeerInfo[]} others
 * @property {RTCIceTransportPolicy} iceTransportPolicy "relay": the server requires that no address is revealed.
 * @property {string} resumeToken Gets this seat again, once.
 * @property {boolean} resumed Whether it is the previous seat, with the previous id.
 */

/**
 * Data of every event the server sends. `from` is the sender of a relayed message; the server sets it.
 * @typedef {object} ServerEvents
 * @property {Joined} joined
 * @property {{ iceServers: RTCIceServer[] }} ice_servers
 * @property {{ roomName: string, occupancy: Occupancy }} room_state
 * @property {PeerInfo} another_person_ready
 * @property {{ participantId: string }} participant_reconnecting
 * @property {PeerInfo & { keepsConnection: boolean }} participant_returned
 * @property {{ participantId: string, reason: LeaveReason }} participant_left
 * @property {{ roomName: string, capacity: number }} too_many_people
 * @property {{ offer: Description, from: string, roomName: string }} send_connection_offer
 * @property {{ answer: Description, from: string, roomName: string }} answer
 * @property {{ candidate: Candidate, from: string, roomName: string }} send_candidate
 * @property {{ candidates: Candidate[], from: string, roomName: string }} send_candidates
 * @property {{ iceRestart: boolean, from: string, roomName: string }} request_offer
 * @property {undefined} pong
 * @property {{ code: string, message: string, event?: string }} error
 */

/**
 * Data of every event a client sends.
 * @typedef {object} ClientEvents
 * @property {{ roomName: string, resumeToken?: string, attempt?: string, keepsConnection?: boolean, waits?: boolean, onlyReturns?: boolean }} join_room
 * @property {{ mayReturn: boolean }} leave_room
 * @property {{ roomName: string }} look_at_room
 * @property {undefined} ping
 * @property {undefined} request_ice_servers
 * @property {{ milliseconds: number, path: "direct" | "relayed" }} call_connected
 * @property {{ to: string, offer: Description }} send_connection_offer
 * @property {{ to: string, answer: Description }} answer
 * @property {{ to: string, candidate: Candidate }} send_candidate
 * @property {{ to: string, candidates: Candidate[] }} send_candidates
 * @property {{ to: string, iceRestart?: boolean }} request_offer
 */

/** @typedef {{ [K in keyof ServerEvents]: { event: K, data: ServerEvents[K] } }[keyof ServerEvents]} ServerMessage */
/** @typedef {{ [K in keyof ClientEvents]: { event: K, data?: ClientEvents[K] } }[keyof ClientEvents]} ClientMessage */

/** Close code of a socket whose seat another socket has taken with the resume token. */
export const TAKEN_OVER = 4409;

/** Close code of a server that stops or starts again. */
export const RESTARTING = 1012;

/** A frame that breaks the protocol. The client drops it. */
export class ProtocolError extends Error {
  /** @param {string} message What is wrong with the frame, in English, for developers. */
  constructor(message) {
    super(message);
    this.name = "ProtocolError";
  }
}

/** @typedef {Record<string, unknown>} Members */

/** @type {(value: unknown) => value is string} */
const isString = (value) => typeof value === "string";

/** @type {(value: unknown) => value is Members} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(value: unknown, type: "offer" | "answer") => boolean} */
const isDescription = (value, type) => isObject(value) && value["type"] === type && isString(value["sdp"]);

/** @type {(value: unknown) => boolean} */
const isCandidate = (value) => value === null || (isObject(value) && isString(value["candidate"]));

/** @type {(value: unknown) => boolean} */
const isPeer = (value) =>
  isObject(value) &&
  isString(value["participantId"]) &&
  (value["role"] === "offerer" || value["role"] === "answerer") &&
  typeof value["polite"] === "boolean" &&
  typeof value["takesOfferRequests"] === "boolean" &&
  (value["present"] === undefined || typeof value["present"] === "boolean");

/** @type {(value: unknown) => boolean} */
const isIceServer = (value) => isObject(value) && Array.isArray(value["urls"]) && value["urls"].every(isString);

/** @type {(value: unknown) => boolean} */
const areIceServers = (value) => Array.isArray(value) && value.every(isIceServer);

/**
 * Checks the shape of each event's data. An event that is not listed is unknown and ignored.
 * @type {{ [K in keyof ServerEvents]: (data: Members) => boolean }}
 */
const shapes = {
  joined: (data) =>
    isString(data["roomName"]) &&
    isString(data["participantId"]) &&
    areIceServers(data["iceServers"]) &&
    Array.isArray(data["others"]) &&
    data["others"].every(isPeer) &&
    (data["iceTransportPolicy"] === "all" || data["iceTransportPolicy"] === "relay") &&
    isString(data["resumeToken"]) &&
    typeof data["resumed"] === "boolean",
  ice_servers: (data) => areIceServers(data["iceServers"]),
  room_state: (data) =>
    isString(data["roomName"]) && ["empty", "waiting", "full"].some((known) => known === data["occupancy"]),
  another_person_ready: isPeer,
  participant_reconnecting: (data) => isString(data["participantId"]),
  participant_returned: (data) => isPeer(data) && typeof data["keepsConnection"] === "boolean",
  participant_left: (data) =>
    isString(data["participantId"]) && ["left", "connection_lost", "removed"].some((known) => known === data["reason"]),
  too_many_people: (data) => isString(data["roomName"]) && Number.isInteger(data["capacity"]),
  send_connection_offer: (data) => isDescription(data["offer"], "offer") && isString(data["from"]),
  answer: (data) => isDescription(data["answer"], "answer") && isString(data["from"]),
  send_candidate: (data) => isCandidate(data["candidate"]) && isString(data["from"]),
  send_candidates: (data) =>
    Array.isArray(data["candidates"]) && data["candidates"].every(isCandidate) && isString(data["from"]),
  request_offer: (data) => typeof data["iceRestart"] === "boolean" && isString(data["from"]),
  pong: () => true,
  error: (data) => isString(data["code"]) && isString(data["message"]),
};

/**
 * Decodes a frame of the server.
 * @param {unknown} frame Data of a WebSocket message.
 * @returns {ServerMessage | null} Null for an event that this client does not know: ignore it.
 * @throws {ProtocolError} If the frame is not text, not a JSON object with an `event`, or its data has the wrong shape.
 */
export function decode(frame) {
  if (!isString(frame)) throw new ProtocolError("The frame is not text.");
  const message = parse(frame);
  if (!isObject(message) || !isString(message["event"])) throw new ProtocolError("The frame names no event.");
  const event = message["event"];
  if (!Object.hasOwn(shapes, event)) return null;
  const shape = shapes[/** @type {keyof ServerEvents} */ (event)];
  const data = message["data"];
  if (!shape(isObject(data) ? data : {})) throw new ProtocolError(`The data of "${event}" has the wrong shape.`);
  return /** @type {ServerMessage} */ ({ event, data });
}

/**
 * @param {string} frame
 * @returns {unknown}
 */
function parse(frame) {
  try {
    return JSON.parse(frame);
  } catch {
    throw new ProtocolError("The frame is not JSON.");
  }
}

/**
 * Encodes a message for the server.
 * @param {ClientMessage} message
 * @returns {string} One text frame.
 */
export function encode(message) {
  return JSON.stringify(message);
}

/**
 * Calls the handler of a message's event.
 * @param {ServerMessage} message
 * @param {{ [K in keyof ServerEvents]: (data: ServerEvents[K]) => void }} handlers One for each event.
 */
export function dispatch(message, handlers) {
  // TypeScript cannot relate the handler to the data: both are looked up by the same event.
  const handler = /** @type {(data: ServerMessage["data"]) => void} */ (handlers[message.event]);
  handler(message.data);
}
