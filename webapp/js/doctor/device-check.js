/** @typedef {import("./checks.js").Outcome} Outcome */

/** @type {Record<string, string>} The reason for each exception of getUserMedia. */
const REASONS = { NotAllowedError: "refused", NotFoundError: "missing", NotReadableError: "busy", AbortError: "busy" };

/**
 * @param {"ask" | "look"} how Whether the browser may ask the person, or only reports earlier permissions.
 * @returns {Promise<{ outcome: Outcome, why: string }>}
 */
export async function checkDevices(how) {
  const devices = /** @type {MediaDevices | undefined} */ (navigator.mediaDevices);
  if (devices === undefined) return { outcome: "fails", why: "insecure" };
  return how === "ask" ? use(devices) : look(devices);
}

/** @param {MediaDevices} devices */
async function use(devices) {
  try {
    const stream = await devices.getUserMedia({ audio: true, video: true });
    for (const track of stream.getTracks()) track.stop();
    return { outcome: /** @type {Outcome} */ ("works"), why: "" };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    return { outcome: /** @type {Outcome} */ ("fails"), why: REASONS[name] ?? "busy" };
  }
}

/** @param {MediaDevices} devices */
async function look(devices) {
  /** @type {(outcome: Outcome, why: string) => { outcome: Outcome, why: string }} */
  const result = (outcome, why) => ({ outcome, why });
  try {
    const kinds = (await devices.enumerateDevices()).map(({ kind }) => kind);
    if (!kinds.includes("audioinput") && !kinds.includes("videoinput")) return result("fails", "missing");
    const names = /** @type {PermissionName[]} */ (/** @type {unknown} */ (["camera", "microphone"]));
    const states = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    if (states.includes("denied")) return result("fails", "refused");
    return states.includes("prompt") ? result("untested", "untested") : result("works", "");
  } catch {
    // Some browsers do not report permissions without asking the person.
    return result("untested", "untested");
  }
}
