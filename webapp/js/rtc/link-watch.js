import { LinkQuality } from "./link-quality.js";
import { sampleOf } from "./link-stats.js";
import { restartDelay } from "./restart-policy.js";

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
/** Milliseconds without anything arriving after which the path counts as broken: checks come every 2.5 s. */
const SILENCE_LIMIT = 3_000;
/** Milliseconds an answer may take before it is asked for again. */
const ANSWER_LIMIT = 4_000;
/** Milliseconds between two looks, and between two looks at a link in trouble. */
const LOOK_INTERVAL = 1_000;
const TROUBLED_LOOK_INTERVAL = 250;
/** Milliseconds after the first key frame until a second, in case the first met a path that was half open only. */
const SECOND_KEY_FRAME = 700;

/** Watches one link and restarts its ICE for as long as it is broken. */
export class LinkWatch {
  /** @type {LinkHealth} */
  health = "connecting";
  /** @type {number | null} Since when nothing arrives, in ms since 1970. */
  troubledSince = null;
  /** @type {LinkSample["path"]} */
  path = null;

  #link;
  #onChange;
  #quality = new LinkQuality();
  #startedAt = Date.now();
  #everConnected = false;
  #mediaSeen = false;
  #activity = 0;
  #activityAt = Date.now();
  #lookedAt = Date.now();
  /** Since when a restart is wished for; 0 if none is. */
  #brokenAt = 0;
  /** Whether what arrives on the old path is no proof: the network is another one. */
  #restartOwed = false;
  #restarts = 0;
  #restartAt = 0;
  #disconnectedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keyFrameTimer;

  /**
   * @param {PeerLink} link
   * @param {() => void} onChange Health, path or quality changed.
   */
  constructor(link, onChange) {
    this.#link = link;
    this.#onChange = onChange;
    link.addEventListener("state", this.#onState);
    link.addEventListener("path", this.#onPath);
    link.addEventListener("negotiationfailed", this.#onNegotiationFailed);
    this.#lookAgain();
  }

  get quality() {
    return this.#quality.value;
  }

  /** Whether media flows, as far as is known. */
  get isHealthy() {
    return this.health === "connected" && this.#brokenAt === 0;
  }

  /** Restarts now: the person wishes so, or the network is another one. */
  restart() {
    this.#restarts = 0;
    this.#restartOwed = true;
    this.#mend();
  }

  /** Signals reach the other side again: what waited for that is done now. */
  signalingBack() {
    if (this.#brokenAt !== 0 || this.#link.connectionState !== "connected") {
      this.#restarts = 0;
      this.#mend();
    } else {
      this.#link.startAnew();
    }
  }

  /** Ends the watch; the link stays as it is. */
  stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#keyFrameTimer);
    this.#timer = undefined;
    this.#link.removeEventListener("state", this.#onState);
    this.#link.removeEventListener("path", this.#onPath);
    this.#link.removeEventListener("negotiationfailed", this.#onNegotiationFailed);
  }

  #onState = () => {
    const state = this.#link.connectionState;
    if (state !== "disconnected") this.#disconnectedAt = 0;
    if (state === "connected") {
      this.#everConnected = true;
      this.#activityAt = Date.now();
      if (this.#brokenAt !== 0) this.#healed();
      this.#judge();
      void this.#look();
    } else if (state === "disconnected") {
      this.#disconnectedAt ||= Date.now();
      this.#lookAgain();
    } else if (state === "failed") {
      this.#mend();
    }
  };

  #onPath = () => {
    this.#quality.reset();
    this.#sendKeyFrames();
  };

  #onNegotiationFailed = () => {
    // Media may flow all the same: one more try, a little later.
    this.#restartOwed = true;
    this.#brokenAt ||= Date.now();
    this.#restartAt = Date.now() + restartDelay(this.#restarts++);
  };

  /** Looks at the link as it is now, does what is to be done, and looks again a little later. */
  async #look() {
    const now = Date.now();
    // After a sleep of the whole computer nothing is known yet.
    if (now - this.#lookedAt > 2 * LOOK_INTERVAL + 500) this.#activityAt += now - this.#lookedAt;
    this.#lookedAt = now;
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
    this.#timer = setTimeout(() => void this.#look(), calm ? LOOK_INTERVAL : TROUBLED_LOOK_INTERVAL);
  }

  /** @param {LinkSample} sample */
  #take(sample) {
    if (sample.mediaBytes > 0) this.#mediaSeen = true;
    if (sample.activity !== this.#activity) {
      this.#activity = sample.activity;
      this.#activityAt = sample.at;
      const proof = !this.#restartOwed && this.#link.connectionState === "connected";
      if (this.#brokenAt !== 0 && proof && sample.at > this.#brokenAt) this.#healed();
    }
    const quality = this.#quality.value;
    if (this.health === "connected" && this.#quality.take(sample) !== quality) this.#onChange();
    if (sample.path !== null && sample.path !== this.path) {
      this.path = sample.path;
      this.#onChange();
    }
  }

  /** @param {number} now */
  #act(now) {
    const silent = this.#mediaSeen && now - this.#activityAt >= SILENCE_LIMIT;
    const disconnected = this.#disconnectedAt !== 0 && now - this.#disconnectedAt >= INTERRUPTION_LIMIT;
    if (this.#brokenAt === 0) {
      const { awaitingSince, startsAnew } = this.#link;
      const tooLong = !this.#everConnected && now - this.#startedAt >= CONNECTING_LIMIT;
      if (disconnected || tooLong || (silent && this.#link.connectionState === "connected")) this.#mend();
      else if (startsAnew && awaitingSince !== 0 && now - awaitingSince >= ANSWER_LIMIT) this.#link.startAnew();
    } else if (now >= this.#restartAt) {
      this.#restart();
    }
  }

  /** Begins to mend, or mends at once what is being mended already. */
  #mend() {
    this.#brokenAt ||= Date.now();
    this.#restart();
    this.#judge();
    this.#lookAgain();
  }

  #restart() {
    this.#restartAt = Date.now() + restartDelay(this.#restarts++);
    void this.#link.restartIce().then(() => (this.#restartOwed = false));
  }

  #healed() {
    this.#brokenAt = 0;
    this.#restarts = 0;
    this.#quality.reset();
    this.#sendKeyFrames();
  }

  #sendKeyFrames() {
    void this.#link.sendKeyFrame();
    clearTimeout(this.#keyFrameTimer);
    this.#keyFrameTimer = setTimeout(() => void this.#link.sendKeyFrame(), SECOND_KEY_FRAME);
  }

  /** Draws what the person is told from what is known. */
  #judge() {
    const now = Date.now();
    const flows = this.#link.connectionState === "connected" && now - this.#activityAt < SILENCE_LIMIT;
    const quiet = this.#link.connectionState === "connected" && !this.#mediaSeen;
    if (this.#everConnected && (flows || quiet)) {
      this.troubledSince = null;
      this.#change("connected");
    } else if (!this.#everConnected) {
      this.#change(now - this.#startedAt >= CONNECTING_LIMIT ? "failed" : "connecting");
    } else if (this.#brokenAt !== 0) {
      this.troubledSince ??= Math.min(this.#activityAt, now);
      this.#change(now - this.troubledSince >= MENDING_LIMIT ? "failed" : "reconnecting");
    }
  }

  /** @param {LinkHealth} health */
  #change(health) {
    if (this.health === health) return;
    this.health = health;
    if (health !== "connected") this.path = null;
    this.#onChange();
  }
}
