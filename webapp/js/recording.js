import { CallRecorder, recordingType } from "./media/call-recorder.js";
import { chooseDestination, RecordingDestination, recordingName } from "./media/recording-destination.js";
import { RecordedPieces } from "./recorded-pieces.js";
import { RecordingCapture } from "./recording-capture.js";
import { consentTo, isAnswerTo } from "./room/recording-consent.js";
import { handleCommands } from "./ui/commands.js";
import { download } from "./ui/download.js";
import { RecordingQuestion } from "./ui/recording/recording-question.js";
import { RecordingRescue } from "./ui/recording/recording-rescue.js";
import { RecordingBadge, RecordingSheet } from "./ui/recording/recording-sheets.js";
import { text } from "./ui/texts.js";

/** @typedef {import("./ui/commands.js").RecordingCommands} RecordingCommands */

/**
 * The local recording of a call, and the answers to the peer's. main.js loads this file when either participant asks for
 * a recording.
 */
export class Recording {
  #main;
  #call;
  #room;
  #say;
  #isUnderPointer;
  #sheet = new RecordingSheet();
  #question = new RecordingQuestion();
  #badge = new RecordingBadge();
  /** @type {ReturnType<typeof setTimeout> | undefined} Until the next question may be shown. */
  #waiting;
  /** @type {import("./media/recording-destination.js").RecordingDestination | null} While the recording waits for consent. */
  #destination = null;
  /** @type {CallRecorder | null} */
  #recorder = null;
  /** @type {RecordingCapture | null} */
  #capture = null;
  /** @type {RecordedPieces[]} While they are offered. */
  #left = [];
  /** Shown when the recording has ended. */
  #endSentence = "";

  /**
   * @param {HTMLElement} main
   * @param {import("./room/call.js").Call} call
   * @param {string} room A key of room-key.js.
   * @param {(sentence: string) => void} say Shows a sentence for a short time.
   * @param {(element: HTMLElement) => boolean} isUnderPointer
   */
  constructor(main, call, room, say, isUnderPointer) {
    this.#main = main;
    this.#call = call;
    this.#room = room;
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
      saverecording: () =>
        void this.#closeRescue((pieces) => save(pieces, new RecordingDestination(pieces.name, download))),
      deleterecording: () => void this.#closeRescue((pieces) => pieces.remove()),
    };
    handleCommands(main, handlers);
    call.addEventListener("change", () => this.#onChange());
    void this.#rescue();
    addEventListener("beforeunload", (event) => this.#recorder !== null && event.preventDefault());
    this.#onChange();
  }

  /** Offers what an earlier page of this tab has recorded and not saved. */
  async #rescue() {
    this.#left = await RecordedPieces.find(this.#room);
    if (this.#left.length > 0) this.#main.querySelector("call-status")?.after(new RecordingRescue());
  }

  /** @param {(pieces: RecordedPieces) => Promise<void>} end */
  async #closeRescue(end) {
    this.#main.querySelector("recording-rescue")?.remove();
    for (const pieces of this.#left.splice(0)) await end(pieces);
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
    if (this.#destination !== null || this.#recorder !== null) return;
    const type = recordingType();
    const name = recordingName(this.#call.state.roomName, new Date(), type);
    this.#destination = await chooseDestination(name, type, download);
    if (this.#destination !== null) this.#consent.ask(what);
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
    const { other, phase } = this.#call.state;
    // Whoever uses this tab next is not offered what is not theirs. This page still offers it.
    if (phase === "hung-up") for (const pieces of this.#left) pieces.forget();
    // Consent ends with the recording that was asked for, and with the peer who asked.
    if ((other?.recording.state ?? "") === "") this.#consent.forgetAnswer();
    const { recording, answer } = this.#consent;
    const name = other?.name || text("stage.remote");
    if (recording.state !== "") this.#follow(consentTo(recording, other), name);
    this.#showQuestion(name, answer);
    this.#badge.show(this.#consent.recording.state, other?.recording.state === "runs", name);
    this.#capture?.update();
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
    const destination = this.#destination;
    this.#destination = null;
    if (destination === null) return;
    this.#endSentence = text("recording.saved");
    const pieces = RecordedPieces.begin({ room: this.#room, name: destination.name, type: recordingType() });
    try {
      this.#capture = new RecordingCapture(this.#main, this.#call, this.#consent.recording.what);
      const recorder = new CallRecorder(
        this.#capture.stream,
        (bytes) => pieces.write(bytes),
        (isWhole) => void this.#save(pieces, recorder.index, destination, isWhole),
      );
      this.#recorder = recorder;
      this.#consent.run();
    } catch {
      // Such as no audio context, or no encoder.
      void destination.discard();
      void pieces.remove();
      this.#stop();
      this.#say(text("recording.failed"));
    }
  }

  /**
   * @param {RecordedPieces} pieces
   * @param {import("./media/webm-index.js").WebmIndex} index
   * @param {import("./media/recording-destination.js").RecordingDestination} destination
   * @param {boolean} isWhole Whether every piece was written.
   */
  async #save(pieces, index, destination, isWhole) {
    this.#stop();
    try {
      await save(pieces, destination, index);
      this.#say(isWhole ? this.#endSentence : text("recording.failed"));
    } catch {
      // The pieces stay, and the next page offers them.
      this.#say(text("recording.failed"));
    } finally {
      this.#recorder = null;
    }
  }

  #stop() {
    this.#capture?.stop();
    this.#capture = null;
    this.#consent.end();
  }

  /** Ends the recording, or the wait for consent. */
  #end() {
    const recorder = this.#recorder;
    void this.#destination?.discard();
    this.#destination = null;
    recorder?.stop();
    this.#consent.end();
  }
}

/**
 * @param {RecordedPieces} pieces
 * @param {RecordingDestination} destination
 * @param {import("./media/webm-index.js").WebmIndex} [index] Of all pieces, where it is known.
 */
async function save(pieces, destination, index) {
  const readFor = await destination.save(await pieces.file(index));
  if (readFor === 0) await pieces.remove();
  // Until then a page that comes back offers it again: the browser may still ask whether it may download anything.
  else setTimeout(() => void pieces.remove(), readFor);
}
