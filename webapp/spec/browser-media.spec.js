import { checkDevices } from "../js/doctor/device-check.js";
import { DeviceCatalogue } from "../js/media/device-catalogue.js";
import { learnCodecs } from "../js/rtc/codec-preference.js";
import { playTones } from "../js/ui/tones.js";
import { refuse, restore, WAYS, WAYS_AT_ONCE, withhold } from "./refusals.js";

const TONE = { notes: [440], length: 0.05, loudness: 0.01 };

describe("A browser that refuses", () => {
  afterEach(restore);

  it("nothing plays a tone", async () => {
    expect(await playTones(TONE, "")).toBeTrue();
  });

  for (const way of WAYS) {
    it(`sound plays no tone if resuming ${way}`, async () => {
      refuse(AudioContext.prototype, "resume", way);
      expect(await playTones(TONE, "")).toBeFalse();
    });

    it(`playing plays no tone if it ${way}`, async () => {
      refuse(HTMLMediaElement.prototype, "play", way);
      expect(await playTones(TONE, "")).toBeFalse();
    });

    it(`to choose the speaker plays no tone on another one if it ${way}`, async () => {
      refuse(HTMLMediaElement.prototype, "setSinkId", way);
      expect(await playTones(TONE, "speaker")).toBeFalse();
    });

    it(`to list devices keeps those that are known, and the check says nothing, if it ${way}`, async () => {
      const catalogue = new DeviceCatalogue();
      await catalogue.start();
      const { lists } = catalogue;
      expect(lists.microphone.length).toBeGreaterThan(0);
      refuse(navigator.mediaDevices, "enumerateDevices", way);
      await catalogue.refresh();
      catalogue.stop();
      expect(catalogue.lists).toEqual(lists);
      expect((await checkDevices("look")).outcome).toBe("untested");
    });

    it(`to tell permissions leaves the check open if it ${way}`, async () => {
      refuse(navigator.permissions, "query", way);
      expect((await checkDevices("look")).outcome).toBe("untested");
    });

    it(`the devices ends the check of them if it ${way}`, async () => {
      refuse(navigator.mediaDevices, "getUserMedia", way);
      const { outcome } = await checkDevices("ask");
      expect(outcome).toBe(way === "never answers" ? "untested" : "fails");
    });

    it(`to tell its codecs keeps its own order if it ${way}`, async () => {
      refuse(navigator.mediaCapabilities, "encodingInfo", way);
      await expectAsync(learnCodecs()).toBeResolved();
    });
  }

  for (const way of WAYS_AT_ONCE) {
    it(`audio contexts plays no tone if it ${way}`, async () => {
      refuse(globalThis, "AudioContext", way);
      expect(await playTones(TONE, "")).toBeFalse();
    });

    it(`media devices has an empty list if it ${way}`, async () => {
      withhold(navigator, "mediaDevices", way);
      const catalogue = new DeviceCatalogue();
      await catalogue.start();
      expect(catalogue.lists.camera).toEqual([]);
      expect(await checkDevices("look")).toEqual({ outcome: "fails", why: "insecure" });
    });

    it(`permissions leaves the check open if it ${way}`, async () => {
      withhold(navigator, "permissions", way);
      expect((await checkDevices("look")).outcome).toBe("untested");
    });
  }
});
