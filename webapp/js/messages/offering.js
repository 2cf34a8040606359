import { canHash } from "../browser/hashing.js";
import { cleanName, isPicture } from "./clean.js";
import { MAX_FILE_BYTES, MAX_OFFERS, MAX_READING_TIME } from "./limits.js";
import { waitingOffers } from "./offer-policy.js";

/**
 * Why a file is not offered. `unreadable`: also a folder. `too-many`: as many files as the other person is asked about
 * at once. `not-now`: there is nobody who takes files, or no longer the one for whom it was.
 * @typedef {"unreadable" | "too-large" | "too-many" | "not-now"} Obstacle
 */

/** @typedef {{ name: string, obstacle: Obstacle }} Refusal */

/** Offers files that can be offered, and says which cannot. Nothing of a file is sent before the peer accepts. */
export class Offering {
  #log;
  #canWrite;
  #enter;

  /**
   * @param {import("./chat-log.js").ChatLog} log
   * @param {() => boolean} canWrite
   * @param {(facts: import("./chat-log.js").FileFacts, file: File) => void} enter Offers a file.
   */
  constructor(log, canWrite, enter) {
    this.#log = log;
    this.#canWrite = canWrite;
    this.#enter = enter;
  }

  /**
   * @param {readonly File[]} files
   * @returns {Refusal[]} Those that are not offered.
   */
  offer(files) {
    return files.flatMap((file) => {
      const { size, lastModified: modified } = file;
      const name = cleanName(file.name);
      const obstacle = obstacleOf(file, this.#canWrite(), this.#log);
      if (obstacle !== "") return [{ name, obstacle }];
      // The peer does not trust any other type.
      const media = isPicture(file.type) ? file.type : "";
      this.#enter({ name, size, media, modified, state: "offered", reason: "" }, file);
      return [];
    });
  }

  /**
   * Offers files once they have shown that they can be read.
   * @param {readonly File[]} files
   * @returns {Promise<Refusal[]>} Those that are not offered.
   */
  async offerReadable(files) {
    const { peer } = this.#log.facts;
    const answers = await Promise.all(files.map(isReadable));
    /** @type {(obstacle: Obstacle) => (file: File) => Refusal} */
    const refused =
      (obstacle) =>
      ({ name }) => ({ name: cleanName(name), obstacle });
    const unreadable = files.filter((_, index) => answers[index] === false);
    const readable = files.filter((_, index) => answers[index] === true);
    // Whoever has come meanwhile is not who they were for.
    const late = this.#log.facts.peer === peer ? this.offer(readable) : readable.map(refused("not-now"));
    return [...unreadable.map(refused("unreadable")), ...late];
  }
}

/**
 * @param {File} file
 * @param {boolean} canWrite
 * @param {import("./chat-log.js").ChatLog} log
 * @returns {Obstacle | ""}
 */
function obstacleOf(file, canWrite, log) {
  if (!canWrite || !canHash) return "not-now";
  if (file.size > MAX_FILE_BYTES) return "too-large";
  return waitingOffers(log.files) < MAX_OFFERS ? "" : "too-many";
}

/**
 * Reads the first byte, since a browser hands out a folder, and a file that has vanished, as any other file.
 * @param {File} file
 * @returns {Promise<boolean>} True also if that takes long: the file may have to be fetched from a network.
 */
async function isReadable(file) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve(true), MAX_READING_TIME)));
  try {
    await Promise.race([file.slice(0, 1).arrayBuffer(), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
