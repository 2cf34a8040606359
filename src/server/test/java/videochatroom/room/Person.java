package videochatroom.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import videochatroom.protocol.IceConfiguration;
import videochatroom.protocol.IceConfiguration.TransportPolicy;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.ServerMessage.Joined;

/** A client that records its messages. They count as heard when they were flushed. */
final class Person implements Client {

    private final List<ServerMessage> enqueued = Collections.synchronizedList(new ArrayList<>());
    private volatile int flushed;
    private volatile boolean takenOver;
    private volatile boolean expectsCall;

    @Override
    public void enqueue(ServerMessage message) {
        enqueued.add(message);
    }

    @Override
    public synchronized void flush() {
        // of two threads, none may undo what the other one has flushed
        flushed = enqueued.size();
    }

    @Override
    public IceConfiguration iceConfiguration(String participantId) {
        return new IceConfiguration(List.of(), TransportPolicy.ALL);
    }

    @Override
    public void expectCall(boolean expected) {
        expectsCall = expected;
    }

    @Override
    public void takenOver() {
        takenOver = true;
    }

    boolean expectsCall() {
        return expectsCall;
    }

    boolean wasTakenOver() {
        return takenOver;
    }

    String id() {
        return last(Joined.class).participantId();
    }

    Optional<String> token() {
        return Optional.of(last(Joined.class).resumeToken());
    }

    List<ServerMessage> heard() {
        return List.copyOf(enqueued.subList(0, flushed));
    }

    boolean heardAny(Class<? extends ServerMessage> type) {
        return heard().stream().anyMatch(type::isInstance);
    }

    /** The last message of a kind; fails if there is none. */
    <T extends ServerMessage> T last(Class<T> type) {
        return heard().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
