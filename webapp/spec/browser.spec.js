import { attempt, inTime } from "../js/browser/attempt.js";
import { preferredLanguages } from "../js/browser/about.js";
import { sha256 } from "../js/browser/hashing.js";
import { copyText, share } from "../js/browser/sharing.js";
import { toggleFullScreen } from "../js/browser/full-screen.js";
import { cleanName } from "../js/room/participant-name.js";
import { askForSeat, offerSeat } from "../js/room/seat/seat-handover.js";
import { CallFloat } from "../js/ui/call/call-float.js";
import { initialsOf } from "../js/ui/call/initials.js";
import { PersonPicture } from "../js/ui/call/person-picture.js";
import { ConnectionDoctor } from "../js/ui/sheets/connection-doctor.js";
import { text } from "../js/ui/texts.js";
import { passTime, refuse, replace, restore, WAYS, WAYS_AT_ONCE, withhold } from "./refusals.js";
import { present, until } from "./support.js";

describe("What a browser may refuse", () => {
  afterEach(restore);

  it("is undone if it comes after its time", async () => {
    passTime();
    /** @type {string[]} */
    const undone = [];
    /** @type {(value: string) => void} */
    let answer = () => undefined;
    const slow = () => new Promise((/** @type {(value: string) => void} */ resolve) => (answer = resolve));
    expect(await attempt(slow, "nothing", { tooLate: (result) => undone.push(result) })).toBe("nothing");
    answer("late");
    await until("it to be undone", () => undone.length > 0);
    expect(undone).toEqual(["late"]);
    await expectAsync(inTime(slow)).toBeRejectedWithError(DOMException, "The browser does not answer.");
  });

  it("has its time once more after the page was frozen", async () => {
    const now = performance.now.bind(performance);
    let frozen = 0;
    spyOn(performance, "now").and.callFake(() => now() + frozen);
    const answer = inTime(
      () => new Promise((resolve) => setTimeout(() => setTimeout(() => resolve("there"), 20), 20)),
      { time: 20 },
    );
    frozen = 50_000;
    expect(await answer).toBe("there");
  });

  for (const way of WAYS) {
    it(`is the clipboard: the report is selected if it ${way}`, async () => {
      const doctor = new ConnectionDoctor();
      document.body.append(doctor);
      doctor.finish("report");
      refuse(navigator.clipboard, "writeText", way);
      const copy = [...doctor.querySelectorAll("button")].find((one) => one.textContent === text("doctor.copy"));
      present(copy).click();
      const status = present(doctor.querySelector("[role=status]"));
      await until("the note", () => status.textContent === text("note.report-not-copied"));
      doctor.remove();
    });

    it(`is full screen if it ${way}`, async () => {
      refuse(document.documentElement, "requestFullscreen", way);
      expect(await toggleFullScreen()).toBeFalse();
    });

    it(`is a floating window: the video floats by itself if it ${way}`, async () => {
      const video = document.createElement("video");
      const floats = spyOn(video, "requestPictureInPicture").and.resolveTo();
      replace(globalThis, "documentPictureInPicture", { value: {} });
      refuse(/** @type {any} */ (globalThis).documentPictureInPicture, "requestWindow", way);
      expect(await new CallFloat(document.createElement("main")).toggle(video)).toBeTrue();
      expect(floats).toHaveBeenCalledTimes(1);
    });

    it(`is a floating video if it ${way}`, async () => {
      const video = document.createElement("video");
      replace(globalThis, "documentPictureInPicture", { value: undefined });
      refuse(video, "requestPictureInPicture", way);
      expect(await new CallFloat(document.createElement("main")).toggle(video)).toBeFalse();
    });

    it(`is a hash if it ${way}`, async () => {
      refuse(crypto.subtle, "digest", way);
      await expectAsync(sha256(new Uint8Array(1))).toBeRejected();
    });
  }

  for (const way of WAYS.filter((one) => one !== "never answers")) {
    it(`is the share sheet if it ${way}`, async () => {
      refuse(navigator, "share", way);
      expect(await share({ title: "room" })).toBe("refused");
    });
  }

  it("is the share sheet: with one that never answers, the next press copies", async () => {
    /** @type {(reason: unknown) => void} */
    let close = () => undefined;
    replace(navigator, "share", { value: () => new Promise((_, reject) => (close = reject)) });
    const first = share({ title: "room" });
    expect(await share({ title: "room" })).toBe("refused");
    close(new DOMException("", "AbortError"));
    expect(await first).toBe("closed");
  });

  for (const way of WAYS_AT_ONCE) {
    it(`is the channel to other tabs, without which no seat is handed over, if it ${way}`, async () => {
      refuse(globalThis, "BroadcastChannel", way);
      const withdraw = offerSeat("p-1", () => ({ token: "token", on: { camera: true, microphone: true } }));
      expect(await askForSeat("p-1")).toBeNull();
      withdraw();
    });

    it(`is the clipboard as a whole if it ${way}`, async () => {
      withhold(navigator, "clipboard", way);
      expect(await copyText("text")).toBeFalse();
    });

    it(`is the division of text into characters if it ${way}`, () => {
      refuse(Intl, "Segmenter", way);
      expect(cleanName("  Åsa ")).toBe("Åsa");
      expect(initialsOf("Ada Lovelace")).toBe("AL");
    });

    it(`is the observer of sizes if it ${way}`, () => {
      refuse(globalThis, "ResizeObserver", way);
      const picture = new PersonPicture();
      document.body.append(picture);
      expect(() => dispatchEvent(new Event("resize"))).not.toThrow();
      picture.remove();
    });

    it(`is the list of languages if it ${way}`, () => {
      withhold(navigator, "languages", way);
      expect(preferredLanguages()).toEqual([]);
    });
  }

  it("is a floating window of a page in a frame, which is not even asked for", async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const inside = /** @type {any} */ (present(frame.contentWindow));
    const requestWindow = jasmine.createSpy("requestWindow");
    inside.eval("delete globalThis.documentPictureInPicture; globalThis.documentPictureInPicture = {}");
    inside.documentPictureInPicture.requestWindow = requestWindow;
    const module = new URL("../js/browser/floating.js", import.meta.url).href;
    const { floatWindow } = await inside.eval(`import("${module}")`);
    expect(await floatWindow({ width: 400, height: 300 })).toBeNull();
    expect(requestWindow).not.toHaveBeenCalled();
    frame.remove();
  });
});
