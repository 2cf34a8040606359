package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;

/** The protocol of a server. Used on the generator's thread only. */
interface Dialect {

    /** Path and query of a participant's WebSocket. */
    String path(Room room, int side);

    /** Sends what the server expects when the socket is open. */
    void opened(Participant participant);

    /** Classifies a text message, and answers it if the protocol requires that. */
    Signal read(ByteBuf frame, Participant participant);

    /** Whether the server notifies the first participant of the second one's arrival. */
    boolean announces();

    /** The part of a message before its payload. */
    String head(MessageKind kind, Participant from);

    /** The part of a message after its payload. */
    String tail(MessageKind kind, Participant from);

    /** How the server's own client sends the candidates of a call. */
    default CallScript callScript() {
        return CallScript.CANDIDATES_SINGLY;
    }

    /** Sends what a participant sends when they leave. The socket is closed afterwards. */
    void leave(Participant participant);

    /** Sends a heartbeat if the server expects one. Called every five seconds. */
    void heartbeat(Participant participant);
}
