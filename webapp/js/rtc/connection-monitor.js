import { HealthIndicator } from "./health-indicator.js";
import { IceRestartBackoff } from "./ice-restart-backoff.js";
import { InboundActivity } from "./inbound-activity.js";
import { KeyFrames } from "./key-frames.js";
import { LinkQuality } from "./link-quality.js";
import { MonitorState } from "./monitor-state.js";
import { StatsSampler } from "./stats-sampler.js";

/** @typedef {import("./health-indicator.js").ConnectionHealth} ConnectionHealth */
/** @typedef {import("./stats-sample.js").StatsSample} StatsSample */

/** Milliseconds after which an unanswered offer, or request for an offer, is repeated. */
const ANSWER_TIMEOUT = 4_000;

/**
 * Monitors one link and restarts ICE (RFC 8445, section 9) for as long as the link is broken. Its state
 * ({@link MonitorState}):
 *
 * | State       | Meaning                      | Entered when                 | Done            | Timeout             |
 * | ----------- | ---------------------------- | ---------------------------- | --------------- | ------------------- |
 * | connecting  | No connection yet, no fault  | The monitor is made          |                 | 20 s → restarting   |
 * | connected   | No fault since the link      | The link reports             | After a fault:  | 1 s (little media:  |
 * |             | worked last                  | "connected"; data arrives    | new backoff,    | 4 s) of silence →   |
 * |             |                              | while restarting             | key frames      | restarting          |
 * | interrupted | Disconnected, maybe for a    | The link reports             |                 | 1 s, or as          |
 * |             | moment only                  | "disconnected" (any other    |                 | connecting →        |
 * |             |                              | state ends it)               |                 | restarting          |
 * | restarting  | Broken; data that arrives    | A timeout; the link reports  | `onBroken`, ICE | Backoff → next ICE  |
 * |             | proves that the link works   | "failed"; a due restart is   | restart         | restart             |
 * |             | again                        | sent                         |                 |                     |
 * | restart-due | Broken; data proves nothing: | Network gone or changed,     | ICE restart     | Backoff → ICE       |
 * |             | it may use the old network   | negotiation failed,          |                 | restart →           |
 * |             |                              | `restart()`                  |                 | restarting          |
 * | stopped     | Final                        | `stop()`                     |                 |                     |
 *
 * For "silence" see {@link InboundActivity}. The statistics are sampled every 400 ms, and every 250 ms while the link is
 * interrupted or broken. `onBroken` is not called where a fault is only expected: when the network is gone or a
 * negotiation has failed. Between clients of the extended protocol, an unanswered negotiation is repeated after 4 s while
 * the link is not broken.
 *
 * Two facts hold in any state and stand beside it: whether the link has ever been connected, and since when the browser
 * has been offline. The health that the user is shown follows the state with a delay ({@link HealthIndicator}).
 */
export class ConnectionMonitor {
  /** @type {StatsSample["path"]} How media travels; null while that is not known. */
  path = null;
  /** How well the link carries what arrives. */
  quality = new LinkQuality();

  #link;
  #handlers;
  #keyFrames;
  #state = new MonitorState();
  #health = new HealthIndicator();
  #inbound = new InboundActivity();
  #backoff = new IceRestartBackoff();
  /** In ms of `performance.now()`; 0 while the browser is online. */
  #offlineSince = 0;
  #subscriptions = new AbortController();
  #sampler;

  /**
   * @param {import("./peer-link.js").PeerLink} link
   * @param {object} handlers
   * @param {() => void} handlers.onChange Health, path or quality has changed.
   * @param {() => void} handlers.onBroken A fault has been found. ICE is restarted.
   * @param {() => void} handlers.onDtlsFailed The link has been connected before, and only a new link helps.
   * @param {EventTarget} network Dispatches `networkgone` when the browser goes offline, and `networkchanged` when it is
   *   online again, maybe in another network.
   */
  constructor(link, handlers, network) {
    this.#link = link;
    this.#handlers = handlers;
    this.#keyFrames = new KeyFrames(link);
    this.#sampler = new StatsSampler(link, {
      interval: () => this.#state.sampleInterval,
      onGap: (milliseconds) => this.#inbound.skip(milliseconds),
      onSample: (sample) => this.#onSample(sample),
    });
    const options = { signal: this.#subscriptions.signal };
    link.addEventListener("state", () => this.#onLinkState(), options);
    link.addEventListener("path", () => this.#onNewPath(), options);
    link.addEventListener("restart", () => this.#backoff.generationStarted(), options);
    link.addEventListener("negotiationfailed", () => this.#onNegotiationFailed(), options);
    network.addEventListener("networkgone", () => this.#onNetworkGone(), options);
    network.addEventListener("networkchanged", () => this.#onNetworkChanged(), options);
    this.#sampler.schedule();
  }

  /** @returns {ConnectionHealth} What the user is shown. */
  get health() {
    return this.#health.value;
  }

  /** @returns {number | null} Since when nothing has arrived, in ms of `performance.now()`; null while the connection works. */
  get troubledSince() {
    return this.#health.troubledSince;
  }

  /** Whether the link has ever been connected. */
  get wasConnected() {
    return this.#state.wasConnected;
  }

  /** Restarts ICE at once, in any state but `stopped`. */
  restart() {
    this.#markBroken();
    this.#state.requireRestart();
    this.#repairNow();
  }

  /** Signals reach the other side again. Does at once what had to wait for that. */
  signalingBack() {
    if (this.#state.isBroken || this.#link.connectionState !== "connected") this.#repairNow();
    else this.#link.negotiation.repeat();
  }

  /** Ends the monitoring. The link stays as it is. */
  stop() {
    this.#state.stop();
    this.#subscriptions.abort();
    this.#sampler.stop();
    this.#keyFrames.stop();
  }

  #onLinkState() {
    const { connectionState } = this.#link;
    if (connectionState === "connected") {
      this.#inbound.restart();
      this.#markConnected();
      this.#updateHealth();
      void this.#sampler.sampleNow();
    } else if (connectionState === "disconnected") {
      this.#state.interrupt();
      this.#sampler.schedule();
    } else if (connectionState === "failed") {
      if (this.wasConnected && this.#link.hasDtlsFailed) this.#handlers.onDtlsFailed();
      // A new link needs the server. Until there is one, the monitor goes on and the user is shown the fault.
      this.#repairNow();
    } else {
      this.#state.resume();
    }
  }

  /** Packets of the old path are lost. Without a key frame the receiver cannot decode what follows. */
  #onNewPath() {
    this.quality.reset();
    this.#keyFrames.send();
  }

  #onNegotiationFailed() {
    // Media may flow all the same: ICE is restarted once more, but not at once.
    this.#state.requireRestart();
    this.#backoff.restartRequested();
  }

  #onNetworkGone() {
    // The restart waits for the backoff, for the network, or for signals to reach the other side.
    this.#offlineSince = performance.now();
    this.#state.requireRestart();
    this.#backoff.restartRequested();
    this.#sampler.schedule();
  }

  #onNetworkChanged() {
    // A restart that began between the browser's two events goes on with the addresses of the new network.
    const hasRestarted = this.#offlineSince !== 0 && this.#backoff.generationStartedAt > this.#offlineSince;
    this.#offlineSince = 0;
    if (!hasRestarted) this.restart();
  }

  #markConnected() {
    const wasBroken = this.#state.connect();
    if (!wasBroken) return;
    this.#backoff.reset();
    this.#onNewPath();
  }

  #markBroken() {
    if (this.#state.break()) this.#handlers.onBroken();
  }

  #repairNow() {
    this.#backoff.reset();
    this.#repair();
  }

  /** Restarts ICE, or leaves that to the backoff: a generation of the other side's may still connect. */
  #repair() {
    if (this.#state.isStopped) return;
    this.#markBroken();
    if (this.#backoff.isDue(performance.now())) this.#restartIce();
    this.#updateHealth();
    this.#sampler.schedule();
  }

  #restartIce() {
    this.#backoff.restartRequested();
    void this.#link.negotiation.restartIce().then(() => this.#state.restartSent());
  }

  /** @param {StatsSample | null} sample */
  #onSample(sample) {
    if (sample !== null) this.#take(sample);
    if (this.#state.isStopped) return;
    this.#checkTimeouts(performance.now());
    this.#updateHealth();
  }

  /** @param {StatsSample} sample */
  #take(sample) {
    const { name, since } = this.#state;
    const isProof = name === "restarting" && sample.at > since && this.#link.connectionState === "connected";
    if (this.#inbound.take(sample) && isProof) this.#markConnected();
    const { signal } = this.quality;
    if (this.health === "connected") this.quality.take(sample);
    if (this.quality.signal !== signal) this.#handlers.onChange();
    if (sample.path !== null && sample.path !== this.path) {
      this.path = sample.path;
      this.#handlers.onChange();
    }
  }

  /** @param {number} now */
  #checkTimeouts(now) {
    const { extended, awaitingSince } = this.#link.negotiation;
    const isSilent = this.#link.connectionState === "connected" && this.#inbound.isBroken(now);
    const isLate = !this.wasConnected && this.#health.isConnectingTooLong(now);
    if (this.#state.isBroken) {
      if (this.#backoff.isDue(now)) this.#restartIce();
    } else if (isSilent || isLate || this.#state.isInterruptedTooLong(now)) {
      this.#repair();
    } else if (extended && awaitingSince !== 0 && now - awaitingSince >= ANSWER_TIMEOUT) {
      this.#link.negotiation.repeat();
    }
  }

  #updateHealth() {
    const { wasConnected, isBroken } = this.#state;
    const now = performance.now();
    const works = this.#link.connectionState === "connected" && !this.#inbound.isNoticeable(now);
    const { lastAt } = this.#inbound;
    if (!this.#health.update({ wasConnected, isBroken, works, lastInboundAt: lastAt }, now)) return;
    if (this.health !== "connected") this.path = null;
    this.#handlers.onChange();
  }
}
