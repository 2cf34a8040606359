import { iceUsernameFragment } from "../js/rtc/ice-generation.js";
import { PeerLink } from "../js/rtc/peer-link.js";
import { until } from "./support.js";

/** @typedef {import("../js/rtc/peer-link.js").LinkSignal} LinkSignal */
/** @typedef {import("../js/rtc/peer-link.js").LinkOptions} LinkOptions */

/** One of two links in one page. What it sends is delivered to the other one in order, when the test allows it. */
export class Side {
  /** @type {Side | null} */
  other = null;
  /** @type {LinkSignal[]} All signals it has sent. */
  sent = [];
  /** How many `negotiationfailed` events it has dispatched. */
  failures = 0;
  /** @type {(signal: LinkSignal) => boolean} Whether a signal is delivered at once. Otherwise it is held. */
  deliver = () => true;
  /** Whether it sends through the signal channel of its link. */
  throughChannel = false;

  /** @type {LinkSignal[]} */
  #held = [];
  /** @type {MediaStream[]} */
  #streams = [];
  #name;

  /**
   * @param {string} name For the messages of failures.
   * @param {Partial<LinkOptions>} options
   */
  constructor(name, options) {
    this.#name = name;
    this.link = new PeerLink({
      iceServers: [],
      role: "offerer",
      polite: false,
      extended: true,
      ...options,
      send: (signal) => this.#send(JSON.parse(JSON.stringify(signal))),
    });
    this.link.addEventListener("negotiationfailed", () => this.failures++);
  }

  /** Sends the camera and the microphone from now on. */
  async addMedia() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    this.#streams.push(stream);
    await this.link.setTracks(stream.getAudioTracks()[0] ?? null, stream.getVideoTracks()[0] ?? null);
  }

  /** @returns {string[]} The types of the signals it has sent, without candidates. */
  sentTypes() {
    return this.sent.flatMap((signal) => {
      if (signal.type === "candidate") return [];
      return signal.type === "description" ? [signal.description.type] : [signal.type];
    });
  }

  /** @returns {string | undefined} The ICE generation of its latest description, by the user name fragment. */
  iceGeneration() {
    const descriptions = this.sent.flatMap((signal) => (signal.type === "description" ? [signal.description] : []));
    return iceUsernameFragment(descriptions.at(-1)?.sdp);
  }

  /** Waits until it is connected. */
  connected() {
    return until(`the ${this.#name} to be connected`, () => this.link.connectionState === "connected");
  }

  /** Waits until it has sent the end of its candidates. */
  gathered() {
    return until(`the ${this.#name} to have gathered all candidates`, () =>
      this.sent.some((signal) => signal.type === "candidate" && signal.candidate.candidate === ""),
    );
  }

  /**
   * Waits until media of these kinds arrives: packets of audio, decoded frames of video.
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

  /** Delivers the held signals. */
  async deliverHeld() {
    for (const signal of this.#held.splice(0)) await this.#pass(signal);
  }

  /** Drops the held signals. */
  dropHeld() {
    this.#held.length = 0;
  }

  /** Closes the link and releases the devices. */
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

/** Two connected sides: an impolite offerer and a polite answerer, unless the test chooses other options. */
export class Pair {
  /**
   * @param {Partial<LinkOptions>} [offererOptions]
   * @param {Partial<LinkOptions>} [answererOptions]
   */
  constructor(offererOptions = {}, answererOptions = {}) {
    this.offerer = new Side("offerer", { role: "offerer", polite: false, ...offererOptions });
    this.answerer = new Side("answerer", { role: "answerer", polite: true, ...answererOptions });
    this.offerer.other = this.answerer;
    this.answerer.other = this.offerer;
  }

  get sides() {
    return [this.offerer, this.answerer];
  }

  /** How many negotiations have failed on both sides. */
  get failures() {
    return this.offerer.failures + this.answerer.failures;
  }

  /** Gives both sides a camera and a microphone. */
  async addMedia() {
    await Promise.all(this.sides.map((side) => side.addMedia()));
  }

  /** Starts both links. */
  start() {
    for (const { link } of this.sides) link.start();
  }

  /** Waits until both links are connected. */
  async connected() {
    await Promise.all(this.sides.map((side) => side.connected()));
  }

  /** Starts both links and waits until they are connected. */
  async connect() {
    this.start();
    await this.connected();
  }

  /** Waits until both sides receive audio and video. */
  async receiveMedia() {
    await Promise.all(this.sides.map((side) => side.receives("audio", "video")));
  }

  /** Waits until the answerer has answered the second offer. */
  async restartAnswered() {
    const answers = () => this.answerer.sentTypes().filter((type) => type === "answer").length;
    await until("the ICE restart to be answered", () => answers() === 2);
  }

  /** Closes both links. */
  end() {
    for (const side of this.sides) side.end();
  }
}
