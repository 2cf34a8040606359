/** Reports when ICE selects another candidate pair (webrtc-pc, section 5.6), in browsers that have the event. */
export class SelectedPairMonitor {
  #connection;
  #onChange;
  /** @type {WeakSet<RTCIceTransport>} */
  #monitored = new WeakSet();

  /**
   * @param {RTCPeerConnection} connection
   * @param {() => void} onChange
   */
  constructor(connection, onChange) {
    this.#connection = connection;
    this.#onChange = onChange;
  }

  /** Finds the transports that a negotiation has made. */
  update() {
    for (const { sender } of this.#connection.getTransceivers()) {
      const ice = sender.transport?.iceTransport;
      if (ice === undefined || this.#monitored.has(ice)) continue;
      this.#monitored.add(ice);
      ice.addEventListener("selectedcandidatepairchange", this.#onChange);
    }
  }
}
