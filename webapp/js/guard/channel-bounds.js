/**
 * What the other side may send on a data channel.
 * @typedef {object} ChannelBounds
 * @property {"text" | "binary"} type
 * @property {number} maxLength Of a message: in characters, or in bytes if it is binary.
 * @property {number} burst Messages at once.
 * @property {number} perSecond Messages in the long run.
 */

/**
 * The bounds of each data channel, by its label. A page of this project sends a small part of that, also on a bad
 * network. A page receives this much at a time and still answers its person.
 * @type {Readonly<Record<"signaling" | "messages" | "files" | "state", ChannelBounds>>}
 */
export const CHANNEL_BOUNDS = {
  // A description has some 10,000 characters. Candidates come one by one.
  signaling: { type: "text", maxLength: 65_536, burst: 400, perSecond: 30 },
  // The longest line has 4,000 characters, each of which may be escaped. After an outage the whole log may be sent
  // again. A fast file is confirmed a hundred times a second.
  messages: { type: "text", maxLength: 32_768, burst: 1_500, perSecond: 300 },
  // Flow control limits the bytes of files. The rate is for frames that carry almost nothing.
  files: { type: "binary", maxLength: 32_769, burst: 6_000, perSecond: 5_000 },
  // Only the latest message counts.
  state: { type: "text", maxLength: 4_096, burst: 60, perSecond: 20 },
};
