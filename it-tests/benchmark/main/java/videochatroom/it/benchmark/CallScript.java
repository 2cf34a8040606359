package videochatroom.it.benchmark;

/** The messages that each side of a call sends in a loop: one description, then eight candidates. */
enum CallScript {
    /** Each candidate is a message of its own. */
    CANDIDATES_SINGLY(CallScript.CANDIDATES),
    /** The first candidate is a message, and the others share one, as this project's client sends a burst. */
    CANDIDATES_TOGETHER(2),
    /** Descriptions only, the largest messages. */
    DESCRIPTIONS(0);

    /** The number of candidates of each side. */
    static final int CANDIDATES = 8;

    private final int candidateMessages;

    CallScript(int candidateMessages) {
        this.candidateMessages = candidateMessages;
    }

    /** How many messages a side sends in a call. */
    int perSide() {
        return 1 + candidateMessages;
    }

    /** The kind of a side's message with this number. */
    MessageKind kind(int side, long sequence) {
        long place = sequence % perSide();
        if (place == 0) {
            return side == 0 ? MessageKind.OFFER : MessageKind.ANSWER;
        }
        return this == CANDIDATES_SINGLY || place == 1 ? MessageKind.CANDIDATE : MessageKind.CANDIDATES;
    }
}
