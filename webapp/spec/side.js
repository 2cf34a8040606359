import { PeerLink } from "../js/rtc/peer-link.js";
import { until } from "./support.js";

/** @typedef {import("../js/rtc/peer-link.js").LinkSignal} LinkSignal */
/** @typedef {import("../js/rtc/peer-link.js").LinkOptions} LinkOptions */

/** One of two links in one page: what it sends reaches the other in order, when the test lets it. */
export class Side {
  /** @type {Side | null} */
  other = null;
  /** @type {LinkSignal[]} Everything it sent. */
  sent = [];
  /** How often it said that a negotiation failed. */
  failures = 0;
  /** @type {(signal: LinkSignal) => boolean} What reaches the other at once; the rest is held. */
  deliver = () => true;
  /** Whether what it sends goes through the connection's own channel. */
  throughChannel = false;

  /** @type {LinkSignal[]} */
  #held = [];
  /** @type {MediaStream[]} */
  #streams = [];
  #name;

  /**
   * @param {string} name For messages.
   * @param {Partial<LinkOptions>} options
   */
  constructor(name, options) {
    this.#name = name;
    this.link = new PeerLink({
      iceServers: [],
      role: "offerer",
      polite: false,
      takesOfferRequests: true,
      ...options,
      send: (signal) => this.#send(JSON.parse(JSON.stringify(signal))),
    });
    this.link.addEventListener("negotiationfailed", () => this.failures++);
  }

  /** Sends camera and microphone from now on. */
  async addMedia() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    this.#streams.push(stream);
    await this.link.setTracks(stream.getAudioTracks()[0] ?? null, stream.getVideoTracks()[0] ?? null);
  }

  /** @returns {string[]} What it sent, without the candidates. */
  sentTypes() {
    return this.sent.flatMap((signal) => {
      if (signal.type === "candidate") return [];
      return signal.type === "description" ? [signal.description.type] : [signal.type];
    });
  }

  /** @returns {string | undefined} The user name fragment of the ICE generation it offered or answered last. */
  iceUser() {
    const descriptions = this.sent.flatMap((signal) => (signal.type === "description" ? [signal.description] : []));
    return descriptions.at(-1)?.sdp.match(/^a=ice-ufrag:(.*)$/m)?.[1];
  }

  /** Waits until it is connected. */
  connected() {
    return until(`the ${this.#name} to be connected`, () => this.link.connectionState === "connected");
  }

  /** Waits until it has sent the end of candidates. */
  gathered() {
    return until(`the ${this.#name} to have all candidates`, () =>
      this.sent.some((signal) => signal.type === "candidate" && signal.candidate.candidate === ""),
    );
  }

  /**
   * Waits until media of these kinds arrives: packets for sound, decoded frames for the picture.
   * @param {("audio" | "video")[]} kinds
   */
  async receives(...kinds) {
    for (const kind of kinds) {
      await until(`the ${this.#name} to receive ${kind}`, async () => {
        const reports = [...(await this.link.getStats()).values()];
        return reports.some(
          (report) =>
            report.type === "inbound-rtp" &&
            report.kind === kind &&
            (kind === "audio" ? report.packetsReceived : report.framesDecoded) > 5,
        );
      });
    }
  }

  /** Lets go what was held. */
  async deliverHeld() {
    for (const signal of this.#held.splice(0)) await this.#pass(signal);
  }

  /** Loses what was held. */
  dropHeld() {
    this.#held.length = 0;
  }

  /** Closes the link and gives the devices back. */
  end() {
    this.link.close();
    for (const stream of this.#streams) for (const track of stream.getTracks()) track.stop();
  }

  /** @param {LinkSignal} signal */
  #send(signal) {
    this.sent.push(signal);
    if (this.throughChannel) this.link.sendThroughChannel(signal);
    else if (this.deliver(signal)) void this.#pass(signal);
    else this.#held.push(signal);
  }

  /** @param {LinkSignal} signal */
  async #pass(signal) {
    await this.other?.link.receive(signal);
  }
}
