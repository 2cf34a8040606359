/** @typedef {{ id: string, token: string, socket: RoomSocket | null }} Seat */

/** A server with one room for two, in the page. It speaks as much of the protocol as two clients need for a call. */
export class RoomServer {
  /** @type {Seat[]} */
  seats = [];
  /** @type {string[]} The events of all messages from clients. */
  received = [];
  /** Whether sockets open. */
  isReachable = true;
  #count = 0;

  /** @returns {typeof WebSocket} Sockets to this server. */
  get WebSocket() {
    const server = this;
    return /** @type {any} */ (
      class extends RoomSocket {
        constructor() {
          super(server);
        }
      }
    );
  }

  /** Closes all sockets, and opens no others until it is reachable again. */
  disconnect() {
    this.isReachable = false;
    for (const { socket } of this.seats) socket?.end();
  }

  /** @param {RoomSocket} socket Closed; its client keeps its seat. */
  lost(socket) {
    const seat = this.#seatOf(socket);
    if (seat === undefined) return;
    seat.socket = null;
    this.#sendToOther(seat, { event: "participant_reconnecting", data: { participantId: seat.id } });
  }

  /**
   * @param {RoomSocket} socket
   * @param {{ event: string, data?: any }} message
   */
  receive(socket, { event, data }) {
    this.received.push(event);
    const seat = this.#seatOf(socket);
    if (event === "ping") socket.deliver({ event: "pong" });
    else if (event === "request_ice_servers") socket.deliver({ event: "ice_servers", data: { iceServers: [] } });
    else if (event === "join_room") this.#join(socket, data);
    else if (event === "leave_room") this.#leave(seat);
    else if (seat !== undefined && data?.to !== undefined)
      this.#sendToOther(seat, {
        event,
        data: { ...data, from: seat.id, roomName: "room", iceRestart: data.iceRestart ?? false },
      });
  }

  /**
   * @param {RoomSocket} socket
   * @param {any} request
   */
  #join(socket, { resumeToken, keepsConnection }) {
    const known = this.seats.find(({ token }) => token === resumeToken);
    const seat = known ?? { id: `p-${++this.#count}`, token: "", socket };
    seat.token = `token-${++this.#count}`;
    seat.socket = socket;
    if (known === undefined) this.seats.push(seat);
    const other = this.seats.find((one) => one !== seat);
    const others = other === undefined ? [] : [{ ...this.#info(other), present: other.socket !== null }];
    const you = { roomName: "room", participantId: seat.id, resumeToken: seat.token, resumed: known !== undefined };
    socket.deliver({ event: "joined", data: { ...you, iceServers: [], iceTransportPolicy: "all", others } });
    if (known === undefined) this.#sendToOther(seat, { event: "another_person_ready", data: this.#info(seat) });
    else this.#sendToOther(seat, { event: "participant_returned", data: { ...this.#info(seat), keepsConnection } });
  }

  /** @param {Seat | undefined} seat */
  #leave(seat) {
    if (seat === undefined) return;
    this.#sendToOther(seat, { event: "participant_left", data: { participantId: seat.id, reason: "left" } });
    this.seats = this.seats.filter((one) => one !== seat);
  }

  /** @param {Seat} seat As the server describes it to the other participant. The first one in the room offers. */
  #info(seat) {
    const isFirst = this.seats.indexOf(seat) === 0;
    return {
      participantId: seat.id,
      role: isFirst ? "answerer" : "offerer",
      polite: isFirst,
      takesOfferRequests: true,
    };
  }

  /** @param {RoomSocket} socket */
  #seatOf(socket) {
    return this.seats.find((seat) => seat.socket === socket);
  }

  /**
   * @param {Seat} seat
   * @param {object} message
   */
  #sendToOther(seat, message) {
    this.seats.find((one) => one !== seat)?.socket?.deliver(message);
  }
}

/** A socket to a {@link RoomServer}. */
class RoomSocket extends EventTarget {
  static OPEN = 1;
  readyState = 0;
  #isCut = false;
  #server;

  /** @param {RoomServer} server */
  constructor(server) {
    super();
    this.#server = server;
    setTimeout(() => {
      if (!server.isReachable) this.end();
      if (this.readyState !== 0) return;
      this.readyState = RoomSocket.OPEN;
      this.dispatchEvent(new Event("open"));
    });
  }

  /** @param {string} frame */
  send(frame) {
    setTimeout(() => this.#isCut || this.#server.receive(this, JSON.parse(frame)));
  }

  /** @param {object} message */
  deliver(message) {
    setTimeout(() => {
      if (this.readyState !== RoomSocket.OPEN) return;
      this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
    });
  }

  /** The client closes it. */
  close() {
    if (this.readyState === 3) return;
    this.readyState = 3;
    // What was sent before is received before.
    setTimeout(() => this.#server.lost(this), 1);
  }

  /** The server closes it, and what is on its way is lost. */
  end() {
    if (this.readyState === 3) return;
    this.#isCut = true;
    this.readyState = 3;
    this.#server.lost(this);
    this.dispatchEvent(new CloseEvent("close", { code: 1006 }));
  }
}
