package videochatroom.it.benchmark;

/** What each side of a call says, over and over: one description, then eight candidates. */
enum CallScript {
    /** Each candidate is a message. */
    CANDIDATES_SINGLY(CallScript.CANDIDATES),
    /** The first one is, and the others travel together, as our own client sends those that come in a burst. */
    CANDIDATES_TOGETHER(2),
    /** Nothing but descriptions: no call, but the largest of its messages. */
    DESCRIPTIONS(0);

    /** Of each side; 16 in a call. */
    static final int CANDIDATES = 8;

    private final int messagesOfCandidates;

    CallScript(int messagesOfCandidates) {
        this.messagesOfCandidates = messagesOfCandidates;
    }

    /** How many messages a side sends in a call. */
    int perSide() {
        return 1 + messagesOfCandidates;
    }

    /** What a side's message of this number is. */
    MessageKind kind(int side, long sequence) {
        long place = sequence % perSide();
        if (place == 0) {
            return side == 0 ? MessageKind.OFFER : MessageKind.ANSWER;
        }
        return this == CANDIDATES_SINGLY || place == 1 ? MessageKind.CANDIDATE : MessageKind.CANDIDATES;
    }
}
