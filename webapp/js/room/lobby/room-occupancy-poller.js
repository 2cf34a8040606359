import { SignalingClient } from "../../signaling/signaling-client.js";

/** @typedef {import("../call-state.js").RoomState} RoomState */

/** Milliseconds between two requests. */
const INTERVAL = 2_500;

/** Asks the server how full a room is, without taking a seat. */
export class RoomOccupancyPoller {
  #signaling;
  #roomName;
  /** @type {ReturnType<typeof setInterval>} */
  #timer;

  /**
   * @param {URL} address Of the signaling socket.
   * @param {string} roomName
   * @param {(state: RoomState, reason: string) => void} onState `reason`: why there can be no such room, as in
   *   CallState; empty if there can.
   */
  constructor(address, roomName, onState) {
    this.#roomName = roomName;
    this.#signaling = new SignalingClient(address, {
      onOpen: () => this.#poll(),
      onMessage: (message) => {
        if (message.event === "room_state") onState(message.data.occupancy, "");
        else if (message.event === "error" && message.data.code === "invalid_room_name")
          onState("", "invalid-room-name");
      },
      onLost: () => onState("", ""),
      onTakenOver: () => undefined,
    });
    this.#signaling.connect();
    this.#timer = setInterval(() => this.#poll(), INTERVAL);
  }

  /** Closes the socket. */
  stop() {
    clearInterval(this.#timer);
    this.#signaling.close();
  }

  #poll() {
    this.#signaling.send({ event: "look_at_room", data: { roomName: this.#roomName } });
  }
}
