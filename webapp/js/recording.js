import { CallRecorder, recordingType } from "./media/call-recorder.js";
import { openSink } from "./media/recording-sink.js";
import { SoundMix } from "./media/sound-mix.js";
import { consentTo, isAnswerTo } from "./room/recording-consent.js";
import { handleCommands } from "./ui/commands.js";
import { RecordingCanvas } from "./ui/recording/recording-canvas.js";
import { RecordingQuestion } from "./ui/recording/recording-question.js";
import { RecordingBadge, RecordingSheet } from "./ui/recording/recording-sheets.js";
import { text } from "./ui/texts.js";

/** @typedef {import("./media/recording-sink.js").RecordingSink} RecordingSink */
/** @typedef {import("./ui/commands.js").RecordingCommands} RecordingCommands */

/**
 * The local recording of a call, and the answers to the peer's. main.js loads this file when either participant asks for
 * a recording.
 */
export class Recording {
  #main;
  #call;
  #say;
  #isUnderPointer;
  #sheet = new RecordingSheet();
  #question = new RecordingQuestion();
  #badge = new RecordingBadge();
  /** @type {ReturnType<typeof setTimeout> | undefined} Until the next question may be shown. */
  #waiting;
  /** @type {RecordingSink | null} Open, while the recording waits for consent. */
  #sink = null;
  /** @type {CallRecorder | null} */
  #recorder = null;
  /** @type {SoundMix | null} */
  #mix = null;
  /** Shown when the recording has ended. */
  #endSentence = "";

  /**
   * @param {HTMLElement} main
   * @param {import("./room/call.js").Call} call
   * @param {(sentence: string) => void} say Shows a sentence for a short time.
   * @param {(element: HTMLElement) => boolean} isUnderPointer
   */
  constructor(main, call, say, isUnderPointer) {
    this.#main = main;
    this.#call = call;
    this.#say = say;
    this.#isUnderPointer = isUnderPointer;
    main.append(this.#sheet);
    main.querySelector("call-status")?.append(this.#badge);
    main.querySelector("call-status")?.after(this.#question);
    /** @type {import("./ui/commands.js").Handlers<RecordingCommands>} */
    const handlers = {
      askrecording: (what) => void this.#ask(what),
      answerrecording: ({ allowed, ...question }) => this.#answer(question, allowed),
      refuserecordings: () => this.#refuseForGood(),
      endrecording: () => this.#end(),
      forbidrecording: () => this.#forbid(),
    };
    handleCommands(main, handlers);
    call.addEventListener("change", () => this.#onChange());
    addEventListener("beforeunload", (event) => this.#recorder !== null && event.preventDefault());
    this.#onChange();
  }

  /** Lets the person choose what to record. */
  open() {
    if (this.#consent.recording.state === "") this.#sheet.open();
  }

  get #consent() {
    return this.#call.local.consent;
  }

  get #questions() {
    return this.#call.local.questions;
  }

  /** @param {RecordingCommands["askrecording"]} what */
  async #ask(what) {
    if (this.#sink !== null || this.#recorder !== null) return;
    const name = `${this.#call.state.roomName} ${new Date().toISOString().slice(0, 16).replace(/[T:]/g, "-")}`;
    this.#sink = await openSink(name, recordingType(what === "call" || this.#call.local.media.video !== null), save);
    if (this.#sink !== null) this.#consent.ask(what);
  }

  /**
   * @param {Pick<import("./room/recording-consent.js").Recording, "number" | "what">} question
   * @param {boolean} allowed
   */
  #answer(question, allowed) {
    if (!allowed) this.#questions.refused();
    this.#consent.decide(question, allowed);
  }

  #refuseForGood() {
    this.#questions.refusedForGood();
    this.#forbid();
  }

  /** The peer may not record, or no longer. */
  #forbid() {
    const { other } = this.#call.state;
    if (other !== null) this.#answer(other.recording, false);
  }

  #onChange() {
    const { other } = this.#call.state;
    // Consent ends with the recording that was asked for, and with the peer who asked.
    if ((other?.recording.state ?? "") === "") this.#consent.forgetAnswer();
    const { recording, answer } = this.#consent;
    const name = other?.name || text("stage.remote");
    if (recording.state !== "") this.#follow(consentTo(recording, other), name);
    this.#showQuestion(name, answer);
    this.#badge.show(this.#consent.recording.state, other?.recording.state === "runs", name);
    this.#mix?.setMicrophone(this.#call.local.media.audio);
  }

  /**
   * @param {string} name Of the peer.
   * @param {import("./room/recording-consent.js").RecordingAnswer | null} answer The latest one.
   */
  #showQuestion(name, answer) {
    const { other, phase } = this.#call.state;
    const asks = phase === "connected" && other?.recording.state === "asks" && !isAnswerTo(answer, other.recording);
    const question = asks ? { name, number: other.recording.number, what: other.recording.what } : null;
    if (question !== null && this.#question.shows(question)) return;
    clearTimeout(this.#waiting);
    if (this.#question.isOpen) {
      // Another question has taken its place, or it was withdrawn. An answer to the one that was shown counts for neither.
      this.#question.close();
      if (phase !== "hung-up") this.#questions.gone();
    }
    if (question === null) return;
    const { wait, hasRefused, isRefusedForGood } = this.#questions;
    if (isRefusedForGood) this.#consent.decide(question, false);
    else if (wait > 0) this.#waiting = setTimeout(() => this.#onChange(), wait);
    else this.#question.open(question, hasRefused, this.#isUnderPointer);
  }

  /**
   * @param {ReturnType<typeof consentTo>} consent
   * @param {string} name Of the peer.
   */
  #follow(consent, name) {
    const isRunning = this.#recorder !== null;
    if (consent === "allowed" && !isRunning) this.#begin();
    if (consent === "declined" && isRunning) this.#endSentence = text("recording.withdrawn", { name });
    if (consent === "declined" && !isRunning) this.#say(text("recording.declined", { name }));
    if (consent === "declined" || consent === "gone") this.#end();
  }

  #begin() {
    const sink = this.#sink;
    this.#sink = null;
    if (sink === null) return;
    this.#endSentence = text("recording.saved");
    const { stream, release } = this.#consent.recording.what === "call" ? this.#bothSides() : this.#localSide();
    try {
      this.#recorder = new CallRecorder(stream, sink, (saved) => {
        release();
        this.#recorder = null;
        this.#consent.end();
        this.#say(saved ? this.#endSentence : text("recording.failed"));
      });
      this.#consent.run();
    } catch {
      release();
      void sink.discard();
      this.#consent.end();
      this.#say(text("recording.failed"));
    }
  }

  /** Ends the recording, or the wait for consent. */
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
    const mix = new SoundMix(this.#call.state.remoteStream?.getAudioTracks()[0] ?? null, this.#call.local.media.audio);
    this.#mix = mix;
    const release = () => {
      canvas.stop();
      mix.stop();
      this.#mix = null;
    };
    return { stream: streamOf(canvas.track, mix.track), release };
  }

  /** Records clones: the end of the recording must not end the tracks of the call. */
  #localSide() {
    const { audio, video } = this.#call.local.media;
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
  // The browser does not report when it no longer needs the address.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
