package videochatroom.it.benchmark;

/** The meaning of a message from the server. */
enum Signal {
    /** The participant has joined. */
    JOINED,
    /** The other participant is in the room. */
    READY,
    /** A message from the other participant. */
    RELAYED,
    /** The other participant has left. */
    LEFT,
    /** Not relevant for a call. */
    OTHER,
    /** The server refused something, which is a failure. */
    REFUSED
}
