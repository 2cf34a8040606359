import { DeviceCatalogue } from "../../media/device-catalogue.js";
import { mayOpenUnasked } from "../../media/media-access.js";
import { DeviceMemory } from "../../media/device-memory.js";

/** @typedef {import("../../media/device-catalogue.js").DeviceInfo} DeviceInfo */
/** @typedef {import("../../media/device-catalogue.js").DeviceKind} DeviceKind */
/** @typedef {import("../../media/device-catalogue.js").DeviceLists} DeviceLists */
/** @typedef {import("../../media/media-problem.js").Device} Device */
/** @typedef {import("./local-media.js").LocalMedia} LocalMedia */
/** @typedef {import("../call-state.js").DeviceChoices} DeviceChoices */

/** @type {readonly Device[]} */
const CAPTURED = ["camera", "microphone"];
/** Milliseconds before each further attempt to open a device that the system has ended, as after sleep. */
const PATIENCE = [300, 1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Which devices there are and which are used: the person's choice, or another one while that is unplugged.
 * Events: `change` (see {@link LocalDevices#choices}), `note` (a CustomEvent whose detail is a {@link DeviceNote}).
 *
 * @typedef {{ what: "replaced" | "added" | "failed", device: DeviceKind, label: string }} DeviceNote `replaced`: the
 *   named device is used from now on; `added`: it can be chosen; `failed`: it cannot be used.
 */
export class LocalDevices extends EventTarget {
  #media;
  #catalogue;
  #memory;
  /** A device is opened once at a time: browsers report one that is unplugged by two events. */
  #work = { camera: Promise.resolve(), microphone: Promise.resolve() };

  /**
   * @param {LocalMedia} media
   * @param {{ catalogue?: DeviceCatalogue, memory?: DeviceMemory }} [parts]
   */
  constructor(media, { catalogue = new DeviceCatalogue(), memory = new DeviceMemory() } = {}) {
    super();
    this.#media = media;
    this.#catalogue = catalogue;
    this.#memory = memory;
    catalogue.addEventListener("change", (event) => event instanceof CustomEvent && this.#onLists(event.detail));
    media.addEventListener("lost", (event) => event instanceof CustomEvent && this.#onLost(event.detail));
    media.addEventListener(
      "refused",
      (event) => event instanceof CustomEvent && this.demand(event.detail.device, "replaced"),
    );
  }

  /** @returns {DeviceChoices} */
  get choices() {
    const { lists } = this.#catalogue;
    const [camera, microphone] = CAPTURED.map((device) => this.#media.idOf(device));
    const used = { camera: camera ?? "", microphone: microphone ?? "", speaker: this.#speaker };
    return { ...lists, used, canFlip: lists.camera.length > 1 };
  }

  /** @returns {import("../../media/media-access.js").ChosenIds} The devices to request first. */
  get wanted() {
    /** @type {import("../../media/media-access.js").ChosenIds} */
    const wanted = {};
    for (const device of CAPTURED) {
      const id = (this.#memory.find(device, this.#catalogue.lists[device]) ?? this.#memory.chosen(device))?.id;
      if (id !== undefined) wanted[device] = id;
    }
    return wanted;
  }

  /** @param {Device} device Whether the browser lists one of its kind. */
  has(device) {
    return this.#catalogue.lists[device].length > 0;
  }

  /** Follows the list of devices from now on. */
  async start() {
    await this.#catalogue.start();
  }

  /** Reads the list again: the names of devices are known once they are allowed. */
  refresh() {
    void this.#catalogue.refresh();
  }

  /** Stops following it. */
  stop() {
    this.#catalogue.stop();
  }

  /**
   * Uses another device from now on.
   * @param {DeviceKind} kind
   * @param {string} id
   */
  choose(kind, id) {
    const info = this.#catalogue.lists[kind].find((one) => one.id === id);
    if (info === undefined) return;
    this.#memory.remember(kind, info);
    if (kind === "speaker") this.dispatchEvent(new Event("change"));
    else if (this.#media.idOf(kind) !== id) this.#inTurn(kind, () => this.#open(kind, [info], "failed"));
  }

  /** @param {Device} device Is opened again, with the present constraints, if it is in use. */
  reopen(device) {
    const info = this.#catalogue.lists[device].find(({ id }) => id === this.#media.idOf(device));
    if (info !== undefined && this.#media.isOpen(device))
      this.#inTurn(device, () => this.#open(device, [info], "failed"));
  }

  /**
   * Opens a device that is absent: the person asks for it.
   * @param {Device} device
   * @param {"failed" | "replaced"} [note]
   */
  demand(device, note = "failed") {
    if (this.#media.stream === null || this.#isUsed(device)) return;
    const there = this.#catalogue.lists[device];
    this.#inTurn(device, () => this.#open(device, preferred(there, this.#memory.find(device, there), ""), note));
  }

  /** Opens what is missing: the page is back in sight, maybe after the system has slept. */
  recover() {
    for (const device of CAPTURED) this.#onLost({ device, id: "" }, PATIENCE.length);
  }

  /** Uses the camera on the other side of a telephone, or else the next camera. */
  flip() {
    this.#inTurn("camera", async () => {
      const { video } = this.#media;
      const facing = video?.getSettings().facingMode;
      try {
        if (facing !== "user" && facing !== "environment") throw new TypeError("The camera faces neither side.");
        await this.#media.open("camera", { facing: facing === "user" ? "environment" : "user" });
        this.dispatchEvent(new Event("change"));
      } catch {
        const cameras = this.#catalogue.lists.camera;
        const at = cameras.findIndex(({ id }) => id === this.#media.idOf("camera"));
        const next = cameras[(at + 1) % cameras.length];
        if (next !== undefined) await this.#open("camera", [next], "failed");
      }
    });
  }

  /** @param {DeviceLists} before */
  #onLists(before) {
    for (const device of CAPTURED) {
      // Before permission the lists are incomplete: devices that appear then are not new.
      if (before[device].some(({ label }) => label !== "") || this.#isMissing(device))
        this.#inTurn(device, () => this.#settle(device, before));
    }
    this.dispatchEvent(new Event("change"));
  }

  /**
   * While the device is still listed it is opened again, with patience: another camera shows what nobody asked for. If it
   * is gone, any other takes its place. Nobody is asked for a permission that they may have taken back.
   * @param {{ device: Device, id: string }} lost
   * @param {number} [attempt]
   */
  #onLost({ device, id }, attempt = 0) {
    this.#inTurn(device, async () => {
      await this.#catalogue.refresh();
      if (!this.#isMissing(device)) return;
      const there = this.#catalogue.lists[device];
      const same = there.find((one) => one.id === id);
      if ((same !== undefined || attempt > 0) && !(await mayOpenUnasked(device))) return;
      await this.#open(device, same ? [same] : preferred(there, this.#memory.find(device, there), id), "replaced");
      const pause = PATIENCE[attempt];
      if (this.#isMissing(device) && there.length > 0 && pause !== undefined)
        setTimeout(() => this.#onLost({ device, id }, attempt + 1), pause);
    });
  }

  /**
   * A device was plugged in or unplugged: the chosen one is used as soon as it is back, and any other if the one in
   * use is gone.
   * @param {Device} device
   * @param {DeviceLists} before
   */
  async #settle(device, before) {
    const there = this.#catalogue.lists[device];
    const added = there.filter(({ id }) => !before[device].some((one) => one.id === id));
    const chosen = this.#memory.find(device, added);
    if (this.#isMissing(device)) await this.#open(device, preferred(there, chosen, ""), "replaced");
    else if (chosen !== null && this.#isUsed(device)) await this.#open(device, [chosen], "replaced");
    else if (added[0] !== undefined && this.#isUsed(device)) this.#note("added", device, added[0]);
  }

  /** @param {Device} device */
  #isMissing(device) {
    return this.#media.stream !== null && this.#media.wishes.includes(device) && !this.#isUsed(device);
  }

  /** @param {Device} device */
  #isUsed(device) {
    return this.#media[device] !== "absent";
  }

  /**
   * Opens the first of some devices that works.
   * @param {Device} device
   * @param {readonly DeviceInfo[]} candidates
   * @param {"replaced" | "failed"} note Whether to note the device that is used now, or only a failure.
   */
  async #open(device, candidates, note) {
    for (const info of candidates) {
      try {
        await this.#media.open(device, { id: info.id });
        if (note === "replaced") this.#note("replaced", device, info);
        this.dispatchEvent(new Event("change"));
        return;
      } catch {
        // Busy or unplugged: the next one may work.
      }
    }
    if (note === "failed" && candidates[0] !== undefined) this.#note("failed", device, candidates[0]);
    this.dispatchEvent(new Event("change"));
  }

  /** The browser chooses the speaker while the chosen one is unplugged. */
  get #speaker() {
    return this.#memory.find("speaker", this.#catalogue.lists.speaker)?.id ?? "";
  }

  /**
   * @param {DeviceNote["what"]} what
   * @param {Device} device
   * @param {DeviceInfo} info
   */
  #note(what, device, { label }) {
    this.dispatchEvent(new CustomEvent("note", { detail: { what, device, label } }));
  }

  /**
   * @param {Device} device
   * @param {() => Promise<void>} action Never rejects.
   */
  #inTurn(device, action) {
    this.#work[device] = this.#work[device].then(action);
  }
}

/**
 * @param {readonly DeviceInfo[]} there
 * @param {DeviceInfo | null} first
 * @param {string} gone Id of an unplugged device, which may still be listed.
 */
function preferred(there, first, gone) {
  return [...(first === null ? [] : [first]), ...there].filter(({ id }) => id !== gone);
}
