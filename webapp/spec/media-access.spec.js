import { acquireLocalMedia, releaseLocalMedia } from "../js/media/media-access.js";
import { MediaProblem, mediaReason } from "../js/media/media-problem.js";

/** @typedef {import("../js/media/media-problem.js").Device} Device */

/**
 * The browser's devices, some of which fail.
 * @param {(wish: { audio: boolean, video: boolean }) => string | null} failure The name of the exception, if any.
 * @returns {MediaDevices}
 */
function devicesThatFail(failure) {
  const getUserMedia = async (/** @type {MediaStreamConstraints} */ constraints) => {
    const name = failure({ audio: Boolean(constraints.audio), video: Boolean(constraints.video) });
    if (name !== null) throw new DOMException("", name);
    return navigator.mediaDevices.getUserMedia(constraints);
  };
  return /** @type {MediaDevices} */ (/** @type {unknown} */ ({ getUserMedia }));
}

/** @type {Device[]} */
const BOTH = ["camera", "microphone"];

/**
 * @param {MediaDevices} devices
 * @param {Device[]} [requested]
 * @returns {Promise<{ kinds: string[], reason: string | null, usable?: Device[] }>}
 */
async function outcome(devices, requested = BOTH) {
  try {
    const { stream, reason } = await acquireLocalMedia(requested, devices);
    const kinds = stream.getTracks().map(({ kind }) => kind);
    releaseLocalMedia(stream);
    return { kinds: kinds.sort(), reason };
  } catch (error) {
    if (!(error instanceof MediaProblem)) throw error;
    return { kinds: [], reason: error.reason, usable: error.usable };
  }
}

describe("Access to local media", () => {
  it("opens camera and microphone", async () => {
    expect(await outcome(navigator.mediaDevices)).toEqual({ kinds: ["audio", "video"], reason: null });
  });

  it("opens only the requested devices", async () => {
    expect(await outcome(navigator.mediaDevices, ["microphone"])).toEqual({ kinds: ["audio"], reason: null });
    expect(await outcome(navigator.mediaDevices, [])).toEqual({ kinds: [], reason: null });
  });

  it("leaves out a missing camera", async () => {
    const devices = devicesThatFail(({ video }) => (video ? "NotFoundError" : null));
    expect(await outcome(devices)).toEqual({ kinds: ["audio"], reason: "camera-missing" });
  });

  it("leaves out a missing microphone", async () => {
    const devices = devicesThatFail(({ audio }) => (audio ? "NotFoundError" : null));
    expect(await outcome(devices)).toEqual({ kinds: ["video"], reason: "microphone-missing" });
  });

  it("succeeds without any device", async () => {
    const devices = devicesThatFail(() => "NotFoundError");
    expect(await outcome(devices)).toEqual({ kinds: [], reason: "no-devices" });
    expect(await outcome(devices, ["camera"])).toEqual({ kinds: [], reason: "camera-missing" });
  });

  it("fails if permission is refused", async () => {
    const devices = devicesThatFail(() => "NotAllowedError");
    expect((await outcome(devices)).reason).toBe("permission-refused");
  });

  it("names the device that works if the other one is busy", async () => {
    const devices = devicesThatFail(({ video }) => (video ? "NotReadableError" : null));
    expect(await outcome(devices)).toEqual({ kinds: [], reason: "device-busy", usable: ["microphone"] });
  });

  it("fails if one device is missing and the other one is refused", async () => {
    const devices = devicesThatFail(({ video }) => (video ? "NotFoundError" : "NotAllowedError"));
    expect((await outcome(devices)).reason).toBe("permission-refused");
  });

  it("fails on an insecure origin, where the browser has no media devices", async () => {
    const insecure = spyOnProperty(navigator, "mediaDevices").and.returnValue(/** @type {any} */ (undefined));
    await expectAsync(acquireLocalMedia(BOTH)).toBeRejectedWith(new MediaProblem("insecure-origin"));
    expect(insecure).toHaveBeenCalled();
  });
});

describe("A media problem", () => {
  it("has a reason for every exception of getUserMedia", () => {
    const reasons = {
      NotAllowedError: "permission-refused",
      SecurityError: "permission-refused",
      NotFoundError: "no-devices",
      OverconstrainedError: "no-devices",
      NotReadableError: "device-busy",
      AbortError: "device-busy",
      InvalidStateError: "media-failed",
      toString: "media-failed",
    };
    for (const [name, reason] of Object.entries(reasons)) {
      expect(mediaReason(new DOMException("", name)))
        .withContext(name)
        .toBe(/** @type {any} */ (reason));
    }
    expect(mediaReason(new TypeError())).toBe("media-failed");
    expect(mediaReason("oops")).toBe("media-failed");
  });
});
