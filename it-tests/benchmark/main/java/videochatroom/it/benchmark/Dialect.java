package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;

/** How a server wants to be spoken to. Used on the generator's thread only. */
interface Dialect {

    /** Path and query of a participant's websocket. */
    String path(Room room, int side);

    /** What to send when the socket is open, and what has its place by that alone. */
    void opened(Participant participant);

    /** Reads a text frame, and answers it where it wants an answer of the protocol's own. */
    Signal read(ByteBuf frame, Participant participant);

    /** Whether the first one is told that the second has come. */
    boolean announces();

    /** What comes before the payload in a message to the other one. */
    String head(MessageKind kind, Participant from);

    /** What comes after the payload in a message to the other one. */
    String tail(MessageKind kind, Participant from);

    /** How its own client sends the candidates of a call. */
    default CallScript callScript() {
        return CallScript.CANDIDATES_SINGLY;
    }

    /** Says good-bye; the socket is closed afterwards. */
    void leave(Participant participant);

    /** Gives a sign of life where the server expects one of the client's own, every five seconds. */
    void beat(Participant participant);
}
