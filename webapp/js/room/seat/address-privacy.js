import { Preference } from "../../storage/preference.js";

/**
 * The user's choice to hide their network address from the peer by sending media through TURN relays only. Remembered
 * for the next call.
 */
export class AddressPrivacy {
  #preference = new Preference("hide-address");
  #isDemanded = false;
  /** @type {boolean | null} Null while the ICE servers are not known. */
  #hasRelay = null;

  /** @returns {RTCIceTransportPolicy} */
  get policy() {
    return this.#isDemanded || (this.#isWanted && this.#hasRelay === true) ? "relay" : "all";
  }

  /** @returns {import("../call-state.js").HideAddress} */
  get state() {
    if (this.#isDemanded) return "demanded";
    if (this.#hasRelay === false) return "impossible";
    return this.#isWanted ? "on" : "off";
  }

  /** Whether the user wants to hide the address and the server has no relay. */
  get isDenied() {
    return this.#isWanted && this.#hasRelay === false;
  }

  /** @param {boolean} wanted */
  choose(wanted) {
    this.#preference.turn(wanted);
  }

  /**
   * Takes what the server offers and demands.
   * @param {RTCIceServer[]} iceServers
   * @param {RTCIceTransportPolicy} policy "relay" if the server demands relays for everybody.
   */
  learn(iceServers, policy) {
    this.#isDemanded = policy === "relay";
    this.#hasRelay = iceServers.flatMap(({ urls }) => urls).some((url) => /^turns?:/.test(url));
  }

  get #isWanted() {
    return this.#preference.isOn;
  }
}
