import { chooseDestination } from "../js/media/recording-destination.js";
import { consentTo, NO_RECORDING, readAnswer, readRecording, RecordingConsent } from "../js/room/recording-consent.js";
import { present } from "./support.js";

describe("The consent to a recording", () => {
  it("is awaited, given, and withdrawn", () => {
    const asker = new RecordingConsent();
    const other = new RecordingConsent();
    asker.ask("call");
    const question = asker.recording;
    expect(consentTo(asker.recording, other)).toBe("waits");
    other.decide(question, true);
    expect(consentTo(asker.recording, other)).toBe("allowed");
    asker.run();
    expect(consentTo(asker.recording, other)).toBe("allowed");
    other.decide(question, false);
    expect(consentTo(asker.recording, other)).toBe("declined");
  });

  it("is the answer to one question only", () => {
    const asker = new RecordingConsent();
    const other = new RecordingConsent();
    asker.ask("own");
    other.decide(asker.recording, true);
    asker.end();
    asker.ask("call");
    expect(consentTo(asker.recording, other)).toBe("waits");
  });

  it("is given to what was asked only", () => {
    const asker = new RecordingConsent();
    const other = new RecordingConsent();
    asker.ask("call");
    other.decide({ number: asker.recording.number, what: "own" }, true);
    expect(consentTo(asker.recording, other)).toBe("waits");
    other.decide(asker.recording, true);
    expect(consentTo(asker.recording, other)).toBe("allowed");
  });

  it("ends when the peer who gave it is gone", () => {
    const asker = new RecordingConsent();
    asker.ask("call");
    expect(consentTo(asker.recording, null)).toBe("gone");
    asker.run();
    // Another participant, or the same one after a reload, does not know the question.
    expect(consentTo(asker.recording, new RecordingConsent())).toBe("declined");
  });

  it("is forgotten with the question", () => {
    const asker = new RecordingConsent();
    const other = new RecordingConsent();
    asker.ask("call");
    other.decide(asker.recording, true);
    let announced = 0;
    other.addEventListener("change", () => announced++);
    other.forgetAnswer();
    other.forgetAnswer();
    expect([consentTo(asker.recording, other), announced]).toEqual(["waits", 1]);
  });

  it("is read only from data of the right shape", () => {
    expect(readAnswer({ number: 7, what: "own", allowed: true, extra: 1 })).toEqual({
      number: 7,
      what: "own",
      allowed: true,
    });
    for (const wrong of [
      null,
      undefined,
      {},
      { number: "7", what: "own", allowed: true },
      { number: 7, what: "own", allowed: "yes" },
      { number: 7, what: "own" },
      { number: 7, what: "all", allowed: true },
    ]) {
      expect(readAnswer(wrong)).toBeNull();
    }
    expect(readRecording({ state: "asks", what: "own", number: 7, x: 1 })).toEqual({
      state: "asks",
      what: "own",
      number: 7,
    });
    for (const wrong of [
      null,
      {},
      { state: "always", what: "own", number: 7 },
      { state: "runs", what: "all", number: 7 },
    ]) {
      expect(readRecording(wrong)).toEqual(NO_RECORDING);
    }
  });
});

describe("Where a recording goes", () => {
  afterEach(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));

  /** @param {() => Promise<FileSystemFileHandle>} pick */
  const picks = (pick) => Object.defineProperty(globalThis, "showSaveFilePicker", { configurable: true, value: pick });
  const noDownload = () => fail("saved with the downloads") ?? 0;

  it("is a download where the browser writes no files, or not this one", async () => {
    const root = await navigator.storage.getDirectory();
    const gone = await root.getFileHandle("recording-gone.webm", { create: true });
    const handle = Object.assign(gone, { createWritable: () => Promise.reject(new DOMException("", "NotFoundError")) });
    for (const pick of [() => Promise.reject(new DOMException("", "SecurityError")), async () => handle]) {
      picks(pick);
      /** @type {[Blob, string][]} */
      const saved = [];
      const destination = present(await chooseDestination("call.webm", "video/webm", (...what) => saved.push(what)));
      const readFor = await destination.save(new Blob(["abc"]));
      const [content, name] = present(saved[0]);
      expect([await content.text(), name, readFor]).toEqual(["abc", "call.webm", 1]);
    }
    await root.removeEntry("recording-gone.webm");
  });

  it("is the file that the person has chosen, if any", async () => {
    const root = await navigator.storage.getDirectory();
    picks(() => root.getFileHandle("recording-spec.mp4", { create: true }));
    const destination = present(await chooseDestination("call.mp4", "video/mp4", noDownload));
    expect(await destination.save(new Blob(["abc"]))).toBe(0);
    expect(await (await (await root.getFileHandle("recording-spec.mp4")).getFile()).text()).toBe("abc");
    await root.removeEntry("recording-spec.mp4");

    picks(() => Promise.reject(new DOMException("", "AbortError")));
    expect(await chooseDestination("call.mp4", "video/mp4", noDownload)).toBeNull();
  });
});
