import { ConnectionMonitor } from "../js/rtc/connection-monitor.js";

/** A link that does what the test says, with its negotiation. */
export class ScriptedLink extends EventTarget {
  connectionState = "new";
  hasDtlsFailed = false;
  /** Whether media arrives. */
  flows = false;
  /** Packets of media from one sample to the next. */
  flow = 20;
  /** How often each was called. */
  restarts = 0;
  repeats = 0;
  keyFrames = 0;
  /** What a sent ICE restart waits for. */
  restartSent = Promise.resolve();

  #bytes = 0;
  #packets = 0;

  negotiation = {
    extended: true,
    awaitingSince: 0,
    restartIce: async () => {
      this.restarts++;
      this.dispatchEvent(new Event("restart"));
      await this.restartSent;
    },
    repeat: () => this.repeats++,
  };

  async sendKeyFrame() {
    this.keyFrames++;
  }

  async getStats() {
    if (this.flows) {
      this.#bytes += 1000;
      this.#packets += this.flow;
    }
    const entry = { type: "inbound-rtp", bytesReceived: this.#bytes, packetsReceived: this.#packets, packetsLost: 0 };
    return new Map([["in", entry]]);
  }

  /** @param {string} state */
  become(state) {
    this.connectionState = state;
    this.dispatchEvent(new Event("state"));
  }
}

/** A monitor of a scripted link, in a time that only the test moves on. */
export class MonitoredLink {
  link = new ScriptedLink();
  network = new EventTarget();
  /** How often each handler was called. */
  broken = 0;
  dtlsFailures = 0;
  /** @type {() => void} What `onChange` does. */
  onChange = () => undefined;
  /** @type {() => void} What `onDtlsFailed` does besides. */
  onDtlsFailed = () => undefined;

  constructor() {
    jasmine.clock().install().mockDate(new Date(1_000_000));
    const handlers = {
      onChange: () => this.onChange(),
      onBroken: () => this.broken++,
      onDtlsFailed: () => {
        this.dtlsFailures++;
        this.onDtlsFailed();
      },
    };
    this.monitor = new ConnectionMonitor(/** @type {any} */ (this.link), handlers, this.network);
  }

  /** @param {"networkgone" | "networkchanged"} event */
  dispatch(event) {
    this.network.dispatchEvent(new Event(event));
  }

  /** @param {number} milliseconds In small steps. Promises are settled after each of them. */
  async pass(milliseconds) {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      jasmine.clock().tick(50);
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    }
  }

  /** Connects the link, and lets media flow for two seconds. */
  async connect() {
    this.link.flows = true;
    this.link.become("connected");
    await this.pass(2_000);
  }

  /** Stops the monitor and gives the clock back. */
  end() {
    this.monitor.stop();
    jasmine.clock().uninstall();
  }
}
