import { CallRecorder, recordingType } from "./media/call-recorder.js";
import { openSink } from "./media/recording-sink.js";
import { SoundMix } from "./media/sound-mix.js";
import { consentTo } from "./room/recording-consent.js";
import { RecordingCanvas } from "./ui/recording-canvas.js";
import { RecordingBadge, RecordingQuestion, RecordingSheet } from "./ui/recording-sheets.js";
import { text } from "./ui/texts.js";

/** @typedef {import("./media/recording-sink.js").RecordingSink} RecordingSink */
/** @typedef {import("./room/recording-consent.js").Recording} OwnRecording */

/**
 * The recording of a call, each side its own. A file of its own, which is loaded when either side wishes to record: what
 * it is made of is asked for, shown and ended here.
 */
export class Recording {
  #main;
  #call;
  #say;
  #sheet = new RecordingSheet();
  #question = new RecordingQuestion();
  #badge = new RecordingBadge();
  /** @type {RecordingSink | null} Opened, and waiting for consent. */
  #sink = null;
  /** @type {CallRecorder | null} */
  #recorder = null;
  /** @type {SoundMix | null} */
  #mix = null;
  /** What is said at the end. */
  #farewell = "";

  /**
   * @param {HTMLElement} main
   * @param {import("./room/call.js").Call} call
   * @param {(sentence: string) => void} say Says something in passing.
   */
  constructor(main, call, say) {
    this.#main = main;
    this.#call = call;
    this.#say = say;
    main.append(this.#sheet, this.#question);
    main.querySelector("call-status")?.append(this.#badge);
    main.addEventListener("askrecording", (event) => event instanceof CustomEvent && void this.#ask(event.detail));
    main.addEventListener("answerrecording", (event) => event instanceof CustomEvent && this.#answer(event.detail));
    main.addEventListener("endrecording", () => this.#end());
    main.addEventListener("forbidrecording", () => this.#answer(false));
    call.addEventListener("change", () => this.#onChange());
    addEventListener("beforeunload", (event) => this.#recorder !== null && event.preventDefault());
    this.#onChange();
  }

  /** Lets the person choose what to record. */
  open() {
    if (this.#consent.recording.state === "") this.#sheet.open();
  }

  get #consent() {
    return this.#call.own.consent;
  }

  /** @param {OwnRecording["what"]} what */
  async #ask(what) {
    if (this.#sink !== null || this.#recorder !== null) return;
    const name = `${this.#call.state.roomName} ${new Date().toISOString().slice(0, 16).replace(/[T:]/g, "-")}`;
    this.#sink = await openSink(name, recordingType(what === "call" || this.#call.own.media.video !== null), save);
    if (this.#sink !== null) this.#consent.ask(what);
  }

  /** @param {boolean} allowed */
  #answer(allowed) {
    const { other } = this.#call.state;
    if (other !== null) this.#consent.decide(other.recording.number, allowed);
  }

  #onChange() {
    const { other } = this.#call.state;
    const { recording, answer } = this.#consent;
    const name = other?.name || text("stage.remote");
    if (recording.state !== "") this.#follow(consentTo(recording, other), name);
    const asks = other?.recording.state === "asks" && answer?.number !== other.recording.number;
    if (asks) this.#question.open(name, other.recording.what);
    else this.#question.close();
    this.#badge.show(this.#consent.recording.state, other?.recording.state === "runs", name);
    this.#mix?.setMicrophone(this.#call.own.media.audio);
  }

  /**
   * @param {ReturnType<typeof consentTo>} consent
   * @param {string} name Of the other person.
   */
  #follow(consent, name) {
    const isRunning = this.#recorder !== null;
    if (consent === "allowed" && !isRunning) this.#begin();
    if (consent === "declined" && isRunning) this.#farewell = text("recording.withdrawn", { name });
    if (consent === "declined" && !isRunning) this.#say(text("recording.declined", { name }));
    if (consent === "declined" || consent === "gone") this.#end();
  }

  #begin() {
    const sink = this.#sink;
    this.#sink = null;
    if (sink === null) return;
    this.#farewell = text("recording.saved");
    const { stream, release } = this.#consent.recording.what === "call" ? this.#bothSides() : this.#ownSide();
    try {
      this.#recorder = new CallRecorder(stream, sink, (saved) => {
        release();
        this.#recorder = null;
        this.#consent.end();
        this.#say(saved ? this.#farewell : text("recording.failed"));
      });
      this.#consent.run();
    } catch {
      release();
      void sink.discard();
      this.#consent.end();
      this.#say(text("recording.failed"));
    }
  }

  /** It was told to end, or there is nobody any more who has consented. */
  #end() {
    const recorder = this.#recorder;
    const sink = this.#sink;
    this.#sink = null;
    void sink?.discard().catch(() => undefined);
    recorder?.stop();
    this.#consent.end();
  }

  #bothSides() {
    const canvas = new RecordingCanvas(this.#video("#remote-video"), this.#video("#own-video"));
    const mix = new SoundMix(this.#call.state.remoteStream?.getAudioTracks()[0] ?? null, this.#call.own.media.audio);
    this.#mix = mix;
    const release = () => {
      canvas.stop();
      mix.stop();
      this.#mix = null;
    };
    return { stream: streamOf(canvas.track, mix.track), release };
  }

  /** Clones: the recording's end is not the call's. */
  #ownSide() {
    const { audio, video } = this.#call.own.media;
    const stream = streamOf(video?.clone() ?? null, audio?.clone() ?? null);
    return { stream, release: () => stream.getTracks().forEach((track) => track.stop()) };
  }

  /** @param {string} selector */
  #video(selector) {
    return /** @type {HTMLVideoElement} */ (this.#main.querySelector(selector));
  }
}

/** @param {(MediaStreamTrack | null)[]} tracks */
function streamOf(...tracks) {
  return new MediaStream(tracks.filter((track) => track !== null));
}

/**
 * @param {Blob} content
 * @param {string} name
 */
function save(content, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name });
  link.click();
  // Once the browser has begun to save it, it needs the address no more; when that is, nothing tells.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
