import { Arrivals } from "./arrivals.js";
import { KeyFrames } from "./key-frames.js";
import { LinkQuality } from "./link-quality.js";
import { sampleOf } from "./link-stats.js";
import { RestartSchedule } from "./restart-schedule.js";

/** @typedef {import("./peer-link.js").PeerLink} PeerLink */
/** @typedef {import("./link-stats.js").LinkSample} LinkSample */

/**
 * How the link is. "reconnecting" was connected and is being mended; "failed" has not been connected for long, and is
 * still being mended.
 * @typedef {"connecting" | "connected" | "reconnecting" | "failed"} LinkHealth
 */

/** Milliseconds a link may take: with relays only and none reachable, a browser never reports a failure. */
const CONNECTING_LIMIT = 20_000;
/** Milliseconds of mending after which the person is told that it may not work. */
const MENDING_LIMIT = 30_000;
/** Milliseconds of "disconnected" before it is mended: it shows after seconds of silence anyway. */
const INTERRUPTION_LIMIT = 1_000;
/** Milliseconds an answer may take before it is asked for again. */
const ANSWER_LIMIT = 4_000;
/** Milliseconds between two looks. */
const LOOK_INTERVALS = { calm: 400, troubled: 250 };

/** Watches one link and restarts its ICE for as long as it is broken. */
export class LinkWatch {
  /** @type {LinkHealth} */
  health = "connecting";
  /** @type {number | null} Since when nothing arrives, in ms since 1970. */
  troubledSince = null;
  /** @type {LinkSample["path"]} */
  path = null;
  /** How well it carries what comes. */
  quality = new LinkQuality();

  #link;
  #handlers;
  #startedAt = Date.now();
  #everConnected = false;
  #arrivals = new Arrivals();
  /** Since when a restart is wished for; 0 if none is. */
  #brokenAt = 0;
  /** Whether what arrives on the old path is no proof: the network is another one. */
  #restartOwed = false;
  #schedule = new RestartSchedule();
  #networkGoneAt = 0;
  #disconnectedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #keyFrames;

  /**
   * @param {PeerLink} link
   * @param {{ onChange: () => void, onBroken: () => void, onBeyondRepair: () => void }} handlers `onChange`: health, path
   *   or quality changed. `onBroken`: it begins to be mended. `onBeyondRepair`: it worked, and has to be made anew.
   */
  constructor(link, handlers) {
    this.#link = link;
    this.#keyFrames = new KeyFrames(link);
    this.#handlers = handlers;
    link.addEventListener("state", this.#onState);
    link.addEventListener("path", this.#onPath);
    link.addEventListener("restart", this.#onRestart);
    link.addEventListener("negotiationfailed", this.#onNegotiationFailed);
    this.#lookAgain();
  }

  get wasConnected() {
    return this.#everConnected;
  }

  /** There is no network: as soon as signals reach the other side, ICE is to be restarted. */
  networkGone() {
    this.#networkGoneAt = Date.now();
    this.#restartOwed = true;
    this.#brokenAt ||= this.#networkGoneAt;
    this.#schedule.asked();
    this.#lookAgain();
  }

  /** The network is another one. */
  networkChanged() {
    // Between the browser's two words a restart may have begun: it goes on with the addresses that come now.
    const begun = this.#networkGoneAt !== 0 && this.#schedule.begunAt > this.#networkGoneAt;
    this.#networkGoneAt = 0;
    if (!begun) this.restart();
  }

  /** Restarts now. */
  restart() {
    this.#restartOwed = true;
    this.#mendNow();
  }

  /** Signals reach the other side again: what waited for that is done now. */
  signalingBack() {
    if (this.#brokenAt !== 0 || this.#link.connectionState !== "connected") this.#mendNow();
    else this.#link.startAnew();
  }

  /** Ends the watch; the link stays as it is. */
  stop() {
    clearTimeout(this.#timer);
    this.#keyFrames.stop();
    this.#timer = undefined;
    this.#link.removeEventListener("state", this.#onState);
    this.#link.removeEventListener("path", this.#onPath);
    this.#link.removeEventListener("restart", this.#onRestart);
    this.#link.removeEventListener("negotiationfailed", this.#onNegotiationFailed);
  }

  #onState = () => {
    const state = this.#link.connectionState;
    if (state !== "disconnected") this.#disconnectedAt = 0;
    if (state === "connected") {
      this.#everConnected = true;
      this.#arrivals.restart();
      if (this.#brokenAt !== 0) this.#healed();
      this.#judge();
      void this.#look();
    } else if (state === "disconnected") {
      this.#disconnectedAt ||= Date.now();
      this.#lookAgain();
    } else if (state === "failed") {
      if (this.#everConnected && this.#link.isBeyondRepair) this.#handlers.onBeyondRepair();
      // Without the server it is not made anew yet: the person is told.
      if (this.#timer !== undefined) this.#mendNow();
    }
  };

  #onPath = () => this.#begunAnew();

  #onRestart = () => this.#schedule.begun();

  #onNegotiationFailed = () => {
    // Media may flow all the same: one more try, a little later.
    this.#restartOwed = true;
    this.#brokenAt ||= Date.now();
    this.#schedule.asked();
  };

  /** Looks at the link as it is now, does what is to be done, and looks again a little later. */
  async #look() {
    const now = Date.now();
    this.#arrivals.looked(now);
    clearTimeout(this.#timer);
    try {
      this.#take(sampleOf(await this.#link.getStats(), now));
    } catch {
      // The link was closed in the meantime.
    }
    if (this.#timer === undefined) return;
    this.#act(Date.now());
    this.#judge();
    this.#lookAgain();
  }

  #lookAgain() {
    clearTimeout(this.#timer);
    const calm = this.#brokenAt === 0 && this.#disconnectedAt === 0;
    this.#timer = setTimeout(() => void this.#look(), LOOK_INTERVALS[calm ? "calm" : "troubled"]);
  }

  /** @param {LinkSample} sample */
  #take(sample) {
    const proof = !this.#restartOwed && this.#link.connectionState === "connected";
    if (this.#arrivals.take(sample) && this.#brokenAt !== 0 && proof && sample.at > this.#brokenAt) this.#healed();
    const { signal } = this.quality;
    if (this.health === "connected") this.quality.take(sample);
    if (this.quality.signal !== signal) this.#handlers.onChange();
    if (sample.path !== null && sample.path !== this.path) {
      this.path = sample.path;
      this.#handlers.onChange();
    }
  }

  /** @param {number} now */
  #act(now) {
    const silent = this.#arrivals.isBroken(now) && this.#link.connectionState === "connected";
    const disconnected = this.#disconnectedAt !== 0 && now - this.#disconnectedAt >= INTERRUPTION_LIMIT;
    if (this.#brokenAt === 0) {
      const { awaitingSince, startsAnew } = this.#link;
      const tooLong = !this.#everConnected && now - this.#startedAt >= CONNECTING_LIMIT;
      if (disconnected || tooLong || silent) this.#mend();
      else if (startsAnew && awaitingSince !== 0 && now - awaitingSince >= ANSWER_LIMIT) this.#link.startAnew();
    } else if (this.#schedule.isDue(now)) {
      this.#restart();
    }
  }

  /** Mends at once, whatever is under way. */
  #mendNow() {
    this.#schedule.reset();
    this.#mend();
  }

  /** Begins to mend, unless a restart is under way that may do it. */
  #mend() {
    if (this.#brokenAt === 0) {
      this.#brokenAt = Date.now();
      this.#handlers.onBroken();
    }
    if (this.#schedule.isDue(Date.now())) this.#restart();
    this.#judge();
    this.#lookAgain();
  }

  #restart() {
    this.#schedule.asked();
    void this.#link.restartIce().then(() => (this.#restartOwed = false));
  }

  #healed() {
    this.#brokenAt = 0;
    this.#schedule.reset();
    this.#begunAnew();
  }

  /** What was on the way is lost: the picture begins anew. */
  #begunAnew() {
    this.quality.reset();
    this.#keyFrames.send();
  }

  /** Draws what the person is told from what is known. */
  #judge() {
    const now = Date.now();
    const works = this.#link.connectionState === "connected" && !this.#arrivals.isWorthTelling(now);
    if (this.#everConnected && works) {
      this.troubledSince = null;
      this.#change("connected");
    } else if (!this.#everConnected) {
      this.#change(now - this.#startedAt >= CONNECTING_LIMIT ? "failed" : "connecting");
    } else if (this.#brokenAt !== 0) {
      this.troubledSince ??= Math.min(this.#arrivals.lastAt, now);
      this.#change(now - this.troubledSince >= MENDING_LIMIT ? "failed" : "reconnecting");
    }
  }

  /** @param {LinkHealth} health */
  #change(health) {
    if (this.health === health) return;
    this.health = health;
    if (health !== "connected") this.path = null;
    this.#handlers.onChange();
  }
}
