import {
  childrenOf,
  element,
  floatBytes,
  headOf,
  ID,
  joined,
  numberBytes,
  readHead,
  readNumber,
} from "./webm-elements.js";

/** Track type of a video (RFC 9559, section 5.1.4.1.3). */
const VIDEO = 1;
/** Nanoseconds of a tick, unless the file says otherwise. */
const MILLISECOND = 1_000_000;

/** @typedef {{ start: number, end: number, time: number }} Cluster Where its content is, and its time in ticks. */
/** @typedef {{ time: number, track: number, cluster: number }} Cue `cluster`: its place in the list of clusters. */

/**
 * Reads a WebM file (RFC 9559) while a MediaRecorder writes it, and makes one of it that has a length and can be sought
 * in. A MediaRecorder writes a stream: it does not know the length before the end, and never goes back. A file that
 * breaks off ends with its last whole block.
 */
export class WebmIndex {
  /** What is not read yet. */
  #rest = new Uint8Array();
  /** Where it begins in the file. */
  #at = 0;
  /** Bytes to pass over before the next element. */
  #skip = 0;
  /** @type {Uint8Array | null} */
  #header = null;
  /** @type {Uint8Array | null} The content of the element. */
  #info = null;
  /** @type {Uint8Array | null} */
  #tracks = null;
  #tick = MILLISECOND;
  #video = 0;
  /** @type {Cluster[]} */
  #clusters = [];
  /** @type {Cue[]} */
  #cues = [];
  /** @type {Map<number, { last: number, step: number }>} By track, in ticks. */
  #times = new Map();
  #isBroken = false;

  /** @param {Uint8Array} bytes The next ones of the file. */
  add(bytes) {
    if (this.#isBroken) return;
    this.#rest = joined([this.#rest, bytes]);
    try {
      while (this.#passOver() && this.#take());
    } catch {
      // Not a WebM file, or not one that is understood: it is kept as it is.
      this.#isBroken = true;
    }
  }

  /**
   * @param {Blob} file Everything that was added.
   * @returns {Blob} The file with its length and its cues; the same one if it is not understood.
   */
  finish(file) {
    if (this.#isBroken || this.#header === null || this.#info === null || this.#tracks === null) return file;
    const facts = joined([this.#infoWithDuration(this.#info), this.#tracks]);
    const cuesLength = this.#cuesElement([]).length;
    const places = [];
    let at = facts.length + cuesLength;
    for (const { start, end } of this.#clusters) {
      places.push(at);
      at += headOf(ID.cluster, end - start).length + end - start;
    }
    const head = [this.#header, headOf(ID.segment, at), facts, this.#cuesElement(places)];
    const content = this.#clusters.flatMap(({ start, end }) => [
      headOf(ID.cluster, end - start),
      file.slice(start, end),
    ]);
    return new Blob([joined(head), ...content], { type: file.type });
  }

  /** @returns {boolean} Whether there is something to read. */
  #passOver() {
    const passed = Math.min(this.#skip, this.#rest.length);
    this.#advance(passed);
    this.#skip -= passed;
    return this.#skip === 0 && this.#rest.length > 0;
  }

  /** @param {number} bytes */
  #advance(bytes) {
    this.#rest = this.#rest.subarray(bytes);
    this.#at += bytes;
  }

  /** @returns {boolean} Whether an element was read; false if the bytes end within it. */
  #take() {
    const head = readHead(this.#rest, 0);
    if (head === null) return false;
    const { id, size, length } = head;
    if (id === ID.segment) {
      this.#advance(length);
    } else if (id === ID.cluster) {
      this.#advance(length);
      this.#clusters.push({ start: this.#at, end: this.#at, time: 0 });
    } else if (id === ID.simpleBlock || id === ID.blockGroup) {
      // A block counts when it is there as a whole.
      if (this.#rest.length < length + size) return false;
      const content = this.#rest.subarray(length, length + size);
      this.#advance(length + size);
      this.#extend();
      if (id === ID.simpleBlock) this.#takeBlock(content, null);
      else this.#takeGroup(content);
    } else if (id === ID.header || id === ID.info || id === ID.tracks || id === ID.timestamp) {
      if (this.#rest.length < length + size) return false;
      this.#takeFact(id, this.#rest.slice(0, length + size), length);
      this.#advance(length + size);
      if (id === ID.timestamp) this.#extend();
    } else {
      if (size === Infinity) throw new RangeError("An element without an end is not known.");
      this.#skip = length + size;
    }
    return true;
  }

  /**
   * @param {number} id
   * @param {Uint8Array} bytes Of the element.
   * @param {number} head Length of its head.
   */
  #takeFact(id, bytes, head) {
    const content = bytes.subarray(head);
    const cluster = this.#clusters.at(-1);
    if (id === ID.header) this.#header = bytes;
    if (id === ID.timestamp && cluster !== undefined) cluster.time = readNumber(content, 0, content.length);
    if (id === ID.info) {
      this.#info = content;
      const scale = childrenOf(content).find((child) => child.id === ID.timestampScale)?.content;
      if (scale !== undefined) this.#tick = readNumber(scale, 0, scale.length);
    }
    if (id === ID.tracks) {
      this.#tracks = bytes;
      this.#video = videoTrack(content);
    }
  }

  /** @param {Uint8Array} content */
  #takeGroup(content) {
    const children = childrenOf(content);
    const block = children.find(({ id }) => id === ID.block);
    // A block that refers to no other one is a key frame (RFC 9559, section 5.1.3.5.5).
    if (block !== undefined) this.#takeBlock(block.content, !children.some(({ id }) => id === ID.referenceBlock));
  }

  /**
   * @param {Uint8Array} content The track's number, the time, the flags, the frame (RFC 9559, section 10).
   * @param {boolean | null} isKey Null: as the flags say.
   */
  #takeBlock(content, isKey) {
    const cluster = this.#clusters.at(-1);
    if (cluster === undefined) return;
    const length = Math.clz32(content[0] ?? 0) - 23;
    const track = readNumber(content, 0, length) - 2 ** (7 * length);
    // A signed number of 16 bits.
    const offset = (readNumber(content, length, 2) << 16) >> 16;
    const flags = content[length + 2] ?? 0;
    this.#note(track, Math.max(0, cluster.time + offset), isKey ?? (flags & 0x80) !== 0);
  }

  /** The cluster goes as far as it was read. */
  #extend() {
    const cluster = this.#clusters.at(-1);
    if (cluster !== undefined) cluster.end = this.#at;
  }

  /**
   * @param {number} track
   * @param {number} time
   * @param {boolean} isKey
   */
  #note(track, time, isKey) {
    const { last, step } = this.#times.get(track) ?? { last: time, step: 0 };
    this.#times.set(track, { last: Math.max(last, time), step: time > last ? time - last : step });
    const cluster = this.#clusters.length - 1;
    const isFirst = this.#cues.at(-1)?.cluster !== cluster;
    if (this.#video === 0 ? isFirst : track === this.#video && isKey) this.#cues.push({ time, track, cluster });
  }

  /** @param {Uint8Array} info */
  #infoWithDuration(info) {
    // The last frame is shown for as long as the one before it.
    const ends = [...this.#times.values()].map(({ last, step }) => last + step);
    const others = childrenOf(info).filter(({ id }) => id !== ID.duration);
    const scale = others.some(({ id }) => id === ID.timestampScale)
      ? []
      : [element(ID.timestampScale, numberBytes(this.#tick))];
    const duration = element(ID.duration, floatBytes(Math.max(0, ...ends)));
    return element(ID.info, ...scale, ...others.map(({ bytes }) => bytes), duration);
  }

  /** @param {readonly number[]} places Where the clusters begin. The element is as long without them. */
  #cuesElement(places) {
    const points = this.#cues.map(({ time, track, cluster }) =>
      element(
        ID.cuePoint,
        element(ID.cueTime, numberBytes(time)),
        element(
          ID.cueTrackPositions,
          element(ID.cueTrack, numberBytes(track)),
          element(ID.cueClusterPosition, numberBytes(places[cluster] ?? 0)),
        ),
      ),
    );
    return element(ID.cues, ...points);
  }
}

/**
 * @param {Uint8Array} tracks The content of the element.
 * @returns {number} The number of the first video track; 0 if there is none.
 */
function videoTrack(tracks) {
  for (const { id, content } of childrenOf(tracks)) {
    if (id !== ID.trackEntry) continue;
    const [type, number] = [ID.trackType, ID.trackNumber].map((wanted) => {
      const found = childrenOf(content).find((child) => child.id === wanted)?.content;
      return found === undefined ? 0 : readNumber(found, 0, found.length);
    });
    if (type === VIDEO) return number ?? 0;
  }
  return 0;
}
