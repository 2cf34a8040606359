const KEY = "video-chat-room:hide-address";

/**
 * The person's choice to hide the own network address from the other one: media goes through relays only. Remembered
 * for the next call, where the browser allows that.
 */
export class AddressPrivacy {
  #wanted = read() === "yes";
  #demanded = false;
  /** @type {boolean | null} Null while the servers are not known. */
  #possible = null;

  /** @returns {RTCIceTransportPolicy} */
  get policy() {
    return this.#demanded || (this.#wanted && this.#possible === true) ? "relay" : "all";
  }

  /** @returns {import("./call-state.js").HideAddress} */
  get state() {
    if (this.#demanded) return "demanded";
    if (this.#possible === null) return this.#wanted ? "on" : "off";
    if (!this.#possible) return "impossible";
    return this.#wanted ? "on" : "off";
  }

  /** Whether the person wishes for what this server cannot give. */
  get isDenied() {
    return this.#wanted && this.#possible === false;
  }

  /** @param {boolean} wanted */
  choose(wanted) {
    this.#wanted = wanted;
    try {
      localStorage.setItem(KEY, wanted ? "yes" : "no");
    } catch {
      // Then it holds for this call.
    }
  }

  /**
   * What the server has and demands.
   * @param {RTCIceServer[]} iceServers
   * @param {RTCIceTransportPolicy} policy
   */
  learn(iceServers, policy) {
    this.#demanded = policy === "relay";
    this.#possible = iceServers.flatMap(({ urls }) => urls).some((url) => /^turns?:/.test(url));
  }
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
