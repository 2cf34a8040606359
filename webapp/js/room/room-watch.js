import { SignalingClient } from "../signaling/signaling-client.js";

/** @typedef {import("./call-state.js").RoomState} RoomState */

/** Milliseconds between two looks: soon enough for one who stands at the door, and cheap. */
const INTERVAL = 2_500;

/** Looks at a room from outside, without taking a seat. */
export class RoomWatch {
  #signaling;
  #roomName;
  /** @type {ReturnType<typeof setInterval>} */
  #timer;

  /**
   * @param {URL} address Of the signaling socket.
   * @param {string} roomName
   * @param {(state: RoomState, reason: string) => void} onState `reason`: why there can be no such room, as in
   *   call-state.js; empty mostly.
   */
  constructor(address, roomName, onState) {
    this.#roomName = roomName;
    this.#signaling = new SignalingClient(address, {
      onOpen: () => this.#look(),
      onMessage: (message) => {
        if (message.event === "room_state") onState(message.data.occupancy, "");
        else if (message.event === "error" && message.data.code === "invalid_room_name")
          onState("", "invalid-room-name");
      },
      onLost: () => onState("", ""),
      onTakenOver: () => undefined,
    });
    this.#signaling.connect();
    this.#timer = setInterval(() => this.#look(), INTERVAL);
  }

  /** Looks no more. */
  stop() {
    clearInterval(this.#timer);
    this.#signaling.close();
  }

  #look() {
    this.#signaling.send({ event: "look_at_room", data: { roomName: this.#roomName } });
  }
}
