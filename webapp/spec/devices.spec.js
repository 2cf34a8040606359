import { DeviceCatalogue } from "../js/media/device-catalogue.js";
import { DeviceMemory } from "../js/media/device-memory.js";
import { LocalDevices } from "../js/room/local/local-devices.js";
import { DeviceSwitches } from "../js/room/local/device-switches.js";
import { LocalMedia } from "../js/room/local/local-media.js";
import { MemoryArea } from "./storage-areas.js";
import { present, until } from "./support.js";

/** @typedef {import("../js/room/local/local-devices.js").DeviceNote} DeviceNote */

/** The browser's devices, as the test lists them. */
class ListedDevices extends EventTarget {
  /** @type {Partial<MediaDeviceInfo>[]} */
  list = [];

  async enumerateDevices() {
    return /** @type {MediaDeviceInfo[]} */ (this.list);
  }

  /** @param {Partial<MediaDeviceInfo>[]} list */
  plug(list) {
    this.list = list;
    this.dispatchEvent(new Event("devicechange"));
  }
}

/** @param {ListedDevices} devices */
const catalogueOf = (devices) => new DeviceCatalogue(/** @type {MediaDevices} */ (/** @type {unknown} */ (devices)));

/** @type {Partial<MediaDeviceInfo>} */
const DESK = { kind: "audioinput", deviceId: "desk", label: "Desk" };
/** @type {Partial<MediaDeviceInfo>} */
const HEADSET = { kind: "audioinput", deviceId: "headset", label: "Headset" };
/** @type {Partial<MediaDeviceInfo>} */
const HEADPHONES = { kind: "audiooutput", deviceId: "phones", label: "Headphones" };

describe("The catalogue of devices", () => {
  it("lists each kind, leaves out what cannot be chosen, and reports changes only", async () => {
    const devices = new ListedDevices();
    devices.list = [
      DESK,
      { kind: "videoinput", deviceId: "", label: "" },
      { ...DESK, deviceId: "communications" },
      HEADPHONES,
    ];
    const catalogue = catalogueOf(devices);
    let changes = 0;
    catalogue.addEventListener("change", () => changes++);
    await catalogue.start();
    expect(catalogue.lists).toEqual({
      camera: [],
      microphone: [{ id: "desk", label: "Desk" }],
      speaker: [{ id: "phones", label: "Headphones" }],
    });
    await catalogue.refresh();
    expect(changes).toBe(1);

    devices.plug([DESK, HEADSET]);
    await until("the headset to be listed", () => catalogue.lists.microphone.length === 2);
    catalogue.stop();
    devices.plug([]);
    await catalogue.refresh();
    expect(changes).toBe(3);
  });

  it("is empty where the browser has no devices or does not list them", async () => {
    const silent = { addEventListener() {}, enumerateDevices: () => Promise.reject(new DOMException("")) };
    const catalogues = [new DeviceCatalogue(/** @type {any} */ (silent))];
    spyOnProperty(navigator, "mediaDevices").and.returnValue(/** @type {any} */ (undefined));
    catalogues.push(new DeviceCatalogue());
    for (const catalogue of catalogues) {
      await catalogue.start();
      expect(catalogue.lists.camera).toEqual([]);
    }
  });
});

describe("The memory of devices", () => {
  it("finds the chosen device by its id, or by its name if the id has changed", () => {
    const storage = new MemoryArea();
    new DeviceMemory(storage).remember("camera", { id: "1", label: "Good one" });
    const memory = new DeviceMemory(storage);
    expect(
      memory.find("camera", [
        { id: "2", label: "Good one" },
        { id: "1", label: "" },
      ]),
    ).toEqual({ id: "1", label: "" });
    expect(memory.find("camera", [{ id: "2", label: "Good one" }])?.id).toBe("2");
    expect(memory.find("camera", [{ id: "2", label: "Other" }])).toBeNull();
    expect(memory.find("microphone", [{ id: "1", label: "Good one" }])).toBeNull();
  });

  it("is empty if the storage is unreadable or missing", () => {
    const storage = new MemoryArea();
    storage.setItem("video-chat-room:device:camera", "{{");
    expect(new DeviceMemory(storage).chosen("camera")).toBeNull();
    expect(new DeviceMemory(null).chosen("camera")).toBeNull();
  });
});

describe("The local devices", () => {
  /** @type {LocalMedia} */
  let media;
  /** @type {ListedDevices} */
  let devices;
  /** @type {LocalDevices} */
  let local;
  /** @type {DeviceNote[]} */
  let notes;
  /** @type {string[]} The ids of opened devices. */
  let opened;

  beforeEach(async () => {
    media = new LocalMedia(new DeviceSwitches("room", null));
    devices = new ListedDevices();
    devices.list = [DESK, HEADSET, HEADPHONES];
    notes = [];
    opened = [];
    // The browser's microphone, under the id that the test asks for.
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    spyOn(navigator.mediaDevices, "getUserMedia").and.callFake(async (constraints = {}) => {
      const { exact, ideal } = /** @type {any} */ (constraints.audio)?.deviceId ?? {};
      const id = exact ?? ideal ?? "desk";
      if (!devices.list.some(({ deviceId }) => deviceId === id)) throw new DOMException("", "NotFoundError");
      const stream = await getUserMedia({ audio: true });
      present(stream.getAudioTracks()[0]).getSettings = () => ({ deviceId: id });
      opened.push(id);
      return stream;
    });
    local = new LocalDevices(media, { catalogue: catalogueOf(devices), memory: new DeviceMemory(new MemoryArea()) });
    local.addEventListener("note", (event) => event instanceof CustomEvent && notes.push(event.detail));
    await local.start();
    await media.acquire(["microphone"], new AbortController().signal, local.wanted);
  });

  afterEach(() => {
    local.stop();
    media.release();
  });

  /**
   * Unplugs the device in use, with the events of a browser.
   * @param {Partial<MediaDeviceInfo>[]} left
   */
  function unplug(left) {
    const track = present(media.microphoneTrack);
    track.stop();
    devices.list = left;
    track.dispatchEvent(new Event("ended"));
    devices.plug(left);
  }

  it("use what was chosen, muted if it was muted", async () => {
    media.turn("microphone", false);
    local.choose("microphone", "headset");
    await until("the headset to be used", () => local.choices.used.microphone === "headset");
    expect(media.microphone).toBe("off");
    expect(local.wanted).toEqual({ microphone: "headset" });
    expect(notes).toEqual([]);
  });

  it("are replaced when unplugged, and used again when they are back", async () => {
    local.choose("microphone", "headset");
    await until("the headset to be used", () => local.choices.used.microphone === "headset");
    unplug([DESK, HEADPHONES]);
    await until("the desk's to be used", () => local.choices.used.microphone === "desk");
    expect(notes).toEqual([{ what: "replaced", device: "microphone", label: "Desk" }]);
    expect(media.reason).toBeNull();

    devices.plug([DESK, HEADSET, HEADPHONES]);
    await until("the headset to be used again", () => local.choices.used.microphone === "headset");
    expect(opened).toEqual(["desk", "headset", "desk", "headset"]);
  });

  it("leave a call without a microphone while there is none", async () => {
    unplug([HEADPHONES]);
    await until("the list to be empty", () => local.choices.microphone.length === 0);
    expect(media.reason).toBe("microphone-missing");
    devices.plug([HEADSET, HEADPHONES]);
    await until("the headset to be used", () => local.choices.used.microphone === "headset");
    expect(media.reason).toBeNull();
  });

  it("are only noted when another one is plugged in", async () => {
    devices.plug([DESK, HEADSET, HEADPHONES, { kind: "audioinput", deviceId: "third", label: "Third" }]);
    await until("the note", () => notes.length > 0);
    expect(notes).toEqual([{ what: "added", device: "microphone", label: "Third" }]);
    expect(local.choices.used.microphone).toBe("desk");
  });

  it("note one that cannot be used, and keep the previous one", async () => {
    const before = media.microphoneTrack;
    devices.list = [DESK];
    local.choose("microphone", "headset");
    await until("the note", () => notes.length > 0);
    expect(notes[0]?.what).toBe("failed");
    expect(media.microphone).toBe("on");
    expect(local.choices.used.microphone).toBe("desk");
    expect(before).not.toBeNull();
  });

  it("play on the chosen speaker while it is there", async () => {
    local.choose("speaker", "phones");
    expect(local.choices.used.speaker).toBe("phones");
    devices.plug([DESK]);
    await until("the speaker to be the browser's choice", () => local.choices.used.speaker === "");
    devices.plug([DESK, HEADPHONES]);
    await until("the speaker to be taken again", () => local.choices.used.speaker === "phones");
  });
});
