package videochatroom.it.benchmark;

/**
 * A fixed number of messages under way, evenly over all rooms and both directions: whenever one comes, the next is
 * sent. So a server is given as much as it can do, and is never flooded.
 */
final class Circulation implements Traffic {

    private final OpenRooms open;
    private int next;
    private long received;
    private boolean ending;

    Circulation(OpenRooms open) {
        this.open = open;
    }

    /** Lets so many messages circulate. */
    void start(int underWay) {
        open.generator().ask(() -> {
            open.use(this);
            for (int i = 0; i < underWay; i++) {
                send();
            }
            return null;
        });
    }

    /** How many have come so far. */
    long received() {
        return open.generator().ask(() -> received);
    }

    /** Sends no more, and waits for those under way. */
    void end() {
        open.generator().ask(() -> {
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
