/** Listens for a change of the pair of candidates that a connection uses, where the browser tells. */
export class PathWatch {
  #connection;
  #onChange;
  /** @type {WeakSet<RTCIceTransport>} */
  #watched = new WeakSet();

  /**
   * @param {RTCPeerConnection} connection
   * @param {() => void} onChange
   */
  constructor(connection, onChange) {
    this.#connection = connection;
    this.#onChange = onChange;
  }

  /** Looks for transports that a negotiation has made. */
  look() {
    for (const { sender } of this.#connection.getTransceivers()) {
      const ice = sender.transport?.iceTransport;
      if (ice === undefined || this.#watched.has(ice)) continue;
      this.#watched.add(ice);
      ice.addEventListener("selectedcandidatepairchange", this.#onChange);
    }
  }
}
