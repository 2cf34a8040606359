import { CaptureDevice } from "../js/room/local/capture-device.js";
import { present, until } from "./support.js";

/** @returns {MediaStreamTrack} A video as of a camera. */
function picture() {
  const canvas = document.createElement("canvas");
  canvas.getContext("2d");
  return present(canvas.captureStream(5).getVideoTracks()[0]);
}

/** A camera of the local participant, and what the browser answers when it is opened. */
class Camera {
  on = true;
  used = true;
  lost = 0;
  refused = 0;
  /** @type {MediaStreamTrack[]} That the browser has opened. */
  opened = [];
  /** @type {(() => Promise<MediaStreamTrack>)[]} The next answers; after them, another picture. */
  answers = [];
  device = new CaptureDevice("camera", {
    isOn: () => this.on,
    isUsed: () => this.used,
    closes: () => true,
    sound: () => "voice",
    onChange: () => undefined,
    onLost: () => this.lost++,
    onRefused: () => this.refused++,
  });

  constructor() {
    spyOn(navigator.mediaDevices, "getUserMedia").and.callFake(async () => {
      const track = await (this.answers.shift() ?? (async () => picture()))();
      this.opened.push(track);
      return new MediaStream([track]);
    });
    spyOn(navigator.permissions, "query").and.resolveTo(/** @type {any} */ ({ state: "granted" }));
    this.device.take(picture());
  }

  /** @param {boolean} on */
  turn(on) {
    this.on = on;
    this.device.update();
  }

  async closed() {
    this.turn(false);
    await until("the camera to be closed", () => this.device.track === null);
  }
}

const busy = () => Promise.reject(new DOMException("", "NotReadableError"));

describe("A camera of the local participant", () => {
  it("is closed while it is off, and opened again", async () => {
    const camera = new Camera();
    const first = present(camera.device.track);
    camera.turn(false);
    expect([first.enabled, camera.device.state]).toEqual([false, "off"]);
    await until("the camera to be closed", () => first.readyState === "ended");
    expect(camera.device.state).toBe("off");
    camera.turn(true);
    await until("another picture", () => camera.device.track !== null);
    expect(camera.device.state).toBe("on");
  });

  it("is on, and closed, while something else is sent in its place", async () => {
    const camera = new Camera();
    camera.used = false;
    camera.device.update();
    await until("the camera to be closed", () => camera.device.track === null);
    expect(camera.device.state).toBe("on");
  });

  it("stays open where opening it again would make the browser ask", async () => {
    const camera = new Camera();
    /** @type {jasmine.Spy} */ (navigator.permissions.query).and.resolveTo({ state: "prompt" });
    camera.turn(false);
    await until("the question", () => /** @type {jasmine.Spy} */ (navigator.permissions.query).calls.any());
    await Promise.resolve();
    expect(camera.device.track?.enabled).toBe(false);
  });

  it("sends nothing if it is turned off while it opens", async () => {
    const camera = new Camera();
    await camera.closed();
    camera.turn(true);
    camera.turn(false);
    await until("the track", () => camera.opened.length === 1 && camera.device.track !== null);
    expect([camera.device.track?.enabled, camera.device.state]).toEqual([false, "off"]);
  });

  it("is released also while it opens", async () => {
    const camera = new Camera();
    await camera.closed();
    camera.turn(true);
    camera.device.release();
    await until("the track", () => camera.opened.length === 1);
    await until("its end", () => camera.opened[0]?.readyState === "ended");
    expect([camera.device.track, camera.device.state]).toEqual([null, "absent"]);
  });

  it("is absent, and lost, if neither another one nor it itself opens", async () => {
    const camera = new Camera();
    camera.answers = [busy, busy, busy];
    await expectAsync(camera.device.open({ id: "other" })).toBeRejected();
    expect([camera.device.state, camera.lost]).toEqual(["absent", 1]);
  });

  it("comes back if another one does not open", async () => {
    const camera = new Camera();
    camera.answers = [busy, busy];
    await expectAsync(camera.device.open({ id: "other" })).toBeRejected();
    expect([camera.device.state, camera.device.track]).toEqual(["on", present(camera.opened[0])]);
  });

  it("does not come back after the call", async () => {
    const camera = new Camera();
    camera.answers = [
      busy,
      () => {
        camera.device.release();
        return busy();
      },
    ];
    await expectAsync(camera.device.open({ id: "other" })).toBeRejected();
    expect(camera.device.track).toBeNull();
    expect(camera.opened.every(({ readyState }) => readyState === "ended")).toBeTrue();
  });

  it("says that it is refused if it does not open again", async () => {
    const camera = new Camera();
    await camera.closed();
    camera.answers = [busy];
    camera.turn(true);
    await until("the refusal", () => camera.refused === 1);
    expect(camera.device.state).toBe("absent");
  });

  it("is not opened because another one is chosen while it is off", async () => {
    const camera = new Camera();
    await camera.closed();
    await camera.device.open({ id: "other" });
    expect([camera.opened.length, camera.device.id, camera.device.state]).toEqual([0, "other", "off"]);
  });

  it("is interrupted while the system mutes it", () => {
    const camera = new Camera();
    const track = present(camera.device.track);
    Object.defineProperty(track, "muted", { configurable: true, value: true });
    expect(camera.device.state).toBe("interrupted");
    camera.turn(false);
    expect(camera.device.state).toBe("off");
  });
});
