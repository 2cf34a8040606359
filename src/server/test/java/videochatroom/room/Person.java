package videochatroom.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import videochatroom.protocol.IceConfiguration;
import videochatroom.protocol.IceConfiguration.TransportPolicy;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.ServerMessage.Joined;

/** A client that only remembers what it was told; messages count as heard once they were flushed. */
final class Person implements Client {

    private final List<ServerMessage> enqueued = Collections.synchronizedList(new ArrayList<>());
    private volatile int flushed;
    private volatile boolean takenOver;

    @Override
    public void enqueue(ServerMessage message) {
        enqueued.add(message);
    }

    @Override
    public synchronized void flush() {
        // of two threads at once neither may take back what the other has seen
        flushed = enqueued.size();
    }

    @Override
    public IceConfiguration iceConfiguration(String participantId) {
        return new IceConfiguration(List.of(), TransportPolicy.all);
    }

    @Override
    public void takenOver() {
        takenOver = true;
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

    /** What of a kind was heard last; fails where there is none. */
    <T extends ServerMessage> T last(Class<T> type) {
        return heard().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
