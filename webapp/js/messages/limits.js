/** The limits of chat and files, as in src/docs/protocol/messages.md. Units: bytes, UTF-16 code units or counts. */

/** The highest version of the protocol that this client speaks. */
export const VERSION = 1;
/** Characters of a line. */
export const MAX_LINE_LENGTH = 4_000;
/** Characters of a text, which is sent as several lines if need be. */
export const MAX_TEXT_LENGTH = 100_000;
/** Characters of a file's name. */
export const MAX_NAME_LENGTH = 200;
/** Entries that the log keeps, and the characters of all of them. */
export const MAX_ENTRIES = 500;
export const MAX_CHARACTERS = 400_000;
/** Own lines and offers that may wait for delivery. */
export const MAX_WAITING = 100;
/** Bytes of a file: 64 GiB. */
export const MAX_FILE_BYTES = 2 ** 36;
/** Bytes of a block, which is hashed, stored and confirmed as a whole. The last block of a file may be shorter. */
export const BLOCK_BYTES = 2 ** 20;
/** Bytes of a block that go into one frame. Every browser supports messages of twice that size. */
export const MAX_PAYLOAD_BYTES = 32_768;
/** Blocks of a file that may be in flight without being confirmed. */
export const WINDOW = 8;
/** Bytes in the channel's buffer: the sender pauses above the high mark, and resumes at the low mark. */
export const HIGH_WATER_MARK = 1_048_576;
export const LOW_WATER_MARK = 262_144;
/** How often a block with a wrong digest is requested again. */
export const MAX_RETRIES = 3;
/** Bytes of a picture that is accepted without asking; and for a call, how many, and the bytes of all of them. */
export const MAX_PICTURE_BYTES = 8 * 2 ** 20;
export const MAX_PICTURES = 30;
export const MAX_PICTURES_BYTES = 64 * 2 ** 20;
/** Files of one side that may wait for the other person's answer. Further ones are declined, and not offered here. */
export const MAX_OFFERS = 20;
/** Milliseconds that a file may take to show that it can be read. After that it is offered all the same. */
export const MAX_READING_TIME = 5_000;
/** Bytes of all files in memory, where the browser cannot store them on disk. */
export const MAX_BYTES_IN_MEMORY = 256 * 2 ** 20;
/** Bytes of a sent file up to which a copy is kept, so that the transfer survives a reload. */
export const MAX_COPY_BYTES = 2 ** 30;
/** Incoming lines and offers: the burst and the rate. */
export const LINE_BURST = MAX_ENTRIES + MAX_WAITING;
export const LINES_PER_SECOND = 20;
