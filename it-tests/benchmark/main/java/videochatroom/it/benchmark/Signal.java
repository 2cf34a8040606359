package videochatroom.it.benchmark;

/** What a frame of a server's says. */
enum Signal {
    /** The socket has its place. */
    JOINED,
    /** The other one is there: the call may begin. */
    READY,
    /** A message of the other one's. */
    RELAYED,
    /** The other one is gone. */
    LEFT,
    /** Nothing that the call needs. */
    OTHER,
    /** The server refuses something: there is to be none of it. */
    REFUSED
}
