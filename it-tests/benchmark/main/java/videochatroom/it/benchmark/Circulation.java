package videochatroom.it.benchmark;

/**
 * Keeps a fixed number of messages under way, spread evenly over all rooms and both directions. Whenever one arrives,
 * the next is sent, so the server is saturated but never flooded.
 */
final class Circulation implements Traffic {

    private final OpenRooms open;
    private int next;
    private long received;
    private boolean ending;

    Circulation(OpenRooms open) {
        this.open = open;
    }

    /** Sends this many messages, which then keep circulating. */
    void start(int underWay) {
        open.generator().call(() -> {
            open.use(this);
            for (int i = 0; i < underWay; i++) {
                send();
            }
            return null;
        });
    }

    /** The number of messages received so far. */
    long received() {
        return open.generator().call(() -> received);
    }

    /** Sends no more messages and waits for those under way. */
    void end() {
        open.generator().call(() -> {
            ending = true;
            return null;
        });
        open.drain();
    }

    @Override
    public void received(Room room, int side, long sequence) {
        received++;
        if (!ending) {
            send();
        }
    }

    private void send() {
        int directions = 2 * open.rooms().size();
        open.rooms().get(next / 2).send(next % 2);
        next = (next + 1) % directions;
    }
}
