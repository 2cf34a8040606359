import { acquireLocalMedia, releaseLocalMedia } from "../js/media/local-media.js";
import { MediaProblem, mediaReason } from "../js/media/media-problem.js";

/** @typedef {import("../js/media/media-problem.js").Device} Device */

/**
 * The browser's own devices, of which some fail.
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
 * @param {Device[]} [wishes]
 * @returns {Promise<{ kinds: string[], reason: string | null, usable?: Device[] }>} What came of it.
 */
async function outcome(devices, wishes = BOTH) {
  try {
    const { stream, reason } = await acquireLocalMedia(wishes, devices);
    const kinds = stream.getTracks().map(({ kind }) => kind);
    releaseLocalMedia(stream);
    return { kinds: kinds.sort(), reason };
  } catch (error) {
    if (!(error instanceof MediaProblem)) throw error;
    return { kinds: [], reason: error.reason, usable: error.usable };
  }
}

describe("Local media", () => {
  it("is camera and microphone", async () => {
    expect(await outcome(navigator.mediaDevices)).toEqual({ kinds: ["audio", "video"], reason: null });
  });

  it("is what was wished for only", async () => {
    expect(await outcome(navigator.mediaDevices, ["microphone"])).toEqual({ kinds: ["audio"], reason: null });
    expect(await outcome(navigator.mediaDevices, [])).toEqual({ kinds: [], reason: null });
  });

  it("goes without a camera that is not there", async () => {
    const devices = devicesThatFail(({ video }) => (video ? "NotFoundError" : null));
    expect(await outcome(devices)).toEqual({ kinds: ["audio"], reason: "camera-missing" });
  });

  it("goes without a microphone that is not there", async () => {
    const devices = devicesThatFail(({ audio }) => (audio ? "NotFoundError" : null));
    expect(await outcome(devices)).toEqual({ kinds: ["video"], reason: "microphone-missing" });
  });

  it("goes without any device", async () => {
    const devices = devicesThatFail(() => "NotFoundError");
    expect(await outcome(devices)).toEqual({ kinds: [], reason: "no-devices" });
    expect(await outcome(devices, ["camera"])).toEqual({ kinds: [], reason: "camera-missing" });
  });

  it("needs the person when it is refused", async () => {
    const devices = devicesThatFail(() => "NotAllowedError");
    expect((await outcome(devices)).reason).toBe("permission-refused");
  });

  it("knows which device works when the other one is busy", async () => {
    const devices = devicesThatFail(({ video }) => (video ? "NotReadableError" : null));
    expect(await outcome(devices)).toEqual({ kinds: [], reason: "device-busy", usable: ["microphone"] });
  });

  it("needs the person when the only other device is refused", async () => {
    const devices = devicesThatFail(({ video }) => (video ? "NotFoundError" : "NotAllowedError"));
    expect((await outcome(devices)).reason).toBe("permission-refused");
  });

  it("cannot be had on an insecure origin, where the browser has no devices at all", async () => {
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
