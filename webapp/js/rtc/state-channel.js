/** Both sides make the channel themselves, as with the signal channel; 1 and 2 are for what people send each other. */
const OPTIONS = { negotiated: true, id: 3, ordered: true };
/** Characters of the longest message that is taken. */
const LONGEST = 4_096;

/**
 * Tells the other side how things are here, between two clients of ours: only the latest matters. It adds nothing to
 * the descriptions beside the signal channel.
 */
export class StateChannel {
  /** @type {RTCDataChannel | null} */
  #channel = null;
  #latest = "";
  #onState;

  /** @param {(state: unknown) => void} onState What the other side told: any JSON. */
  constructor(onState) {
    this.#onState = onState;
  }

  /** @param {RTCPeerConnection} connection Has, or will have, a line for data channels. */
  open(connection) {
    this.#channel = connection.createDataChannel("state", OPTIONS);
    this.#channel.onopen = () => this.#send();
    this.#channel.onmessage = ({ data }) => {
      const state = read(data);
      if (state !== undefined) this.#onState(state);
    };
  }

  /** @param {object} state Told at once, or as soon as that is possible, unless it was told before. */
  tell(state) {
    const latest = JSON.stringify(state);
    if (latest === this.#latest) return;
    this.#latest = latest;
    this.#send();
  }

  /** Ends it without a word. */
  close() {
    if (this.#channel === null) return;
    this.#channel.onopen = null;
    this.#channel.onmessage = null;
    this.#channel.close();
  }

  #send() {
    if (this.#latest === "" || this.#channel?.readyState !== "open") return;
    try {
      this.#channel.send(this.#latest);
    } catch {
      // The buffer is full: nothing gets through, and the other side knows.
    }
  }
}

/**
 * @param {unknown} data
 * @returns {unknown} Undefined for what is no JSON.
 */
function read(data) {
  if (typeof data !== "string" || data.length > LONGEST) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
