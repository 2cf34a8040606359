/** The bounds of chat and files, as src/docs/protocol/messages.md has them. Bytes, characters (UTF-16), or counts. */

/** The highest version of the protocol that is spoken. */
export const VERSION = 1;
/** Characters of a line. */
export const LONGEST_LINE = 4_000;
/** Characters of a message on the channel: a line of which each character is escaped comes near it. */
export const LONGEST_MESSAGE = 32_768;
/** Characters of a file's name. */
export const LONGEST_NAME = 200;
/** Entries that are kept, and the characters of all of them. */
export const MOST_ENTRIES = 500;
export const MOST_CHARACTERS = 400_000;
/** Own lines that may wait to be delivered. */
export const MOST_WAITING = 100;
/** Bytes of a file: 64 GiB. */
export const LARGEST_FILE = 2 ** 36;
/** Bytes that are hashed, kept and confirmed as one; the last one of a file may be shorter. */
export const BLOCK = 2 ** 20;
/** Bytes of a block that go into one frame: every browser takes twice as much. */
export const PAYLOAD = 32_768;
/** Blocks that may be on their way without being confirmed. */
export const WINDOW = 8;
/** Bytes in the channel's buffer above which the sender waits, until they are fewer than the lower mark. */
export const HIGH_MARK = 1_048_576;
export const LOW_MARK = 262_144;
/** How often a block that does not have its digest is asked for again. */
export const MOST_TRIES = 3;
/** Pictures up to so many bytes are taken without asking, up to so many bytes in all. */
export const SMALL_PICTURE = 8 * 2 ** 20;
export const ALL_PICTURES = 64 * 2 ** 20;
/** Bytes of files that are held in memory, in all, where the browser has no place for them. */
export const MOST_IN_MEMORY = 256 * 2 ** 20;
/** Bytes of a sent file up to which a copy is kept, so that a reload does not stop it. */
export const LARGEST_COPY = 2 ** 30;
/** Messages that may come at once, and a second in the long run: far more than any client of ours sends. */
export const MESSAGE_BURST = 4_000;
export const MESSAGES_PER_SECOND = 1_000;
/** The same for lines and offers, which a person makes. */
export const LINE_BURST = MOST_ENTRIES + MOST_WAITING;
export const LINES_PER_SECOND = 20;
