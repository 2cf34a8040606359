package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;

/**
 * A lab for all tests of a class, with the people in it, who stay from test to test: starting browsers would take most
 * of the time. Each call has a room of its own. What was measured is a table in {@code target/lab}.
 */
final class LabSession implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private final People people = People.whoStay();
    private final LabTable table;
    private Lab lab;
    private int rooms;

    LabSession(String tableName) {
        table = new LabTable(tableName);
    }

    Lab lab() {
        return Objects.requireNonNull(lab);
    }

    LabTable table() {
        return table;
    }

    /** The server, which tells browsers of STUN and of all ways to TURN. */
    LabServer server() {
        return lab().server(IceMode.ALL);
    }

    /** Alice and Bob enter a room, both with IPv4. */
    LabCall begin(LabServer server, Nat alices, Nat bobs) {
        return begin(server, alices, Family.IPV4, bobs, Family.IPV4);
    }

    /** Alice and Bob enter a room. */
    LabCall begin(LabServer server, Nat alices, Family hers, Nat bobs, Family his) {
        String room = "lab-" + ++rooms;
        return LabCall.begin(
                room,
                enter(Looks.BOB, lab().house("bob", bobs, his), server, room),
                () -> enter(Looks.ALICE, lab().house("alice", alices, hers), server, room));
    }

    /** Somebody else comes to the room of a call. */
    Caller joins(LabCall call, LabServer server) {
        return enter(Looks.CAROL, lab().house("carol", Nat.CONE, Family.IPV4), server, call.room());
    }

    /** Waits until they are connected, and see the right person move. */
    void assertConnected(LabCall call) {
        assertTrue(
                call.isConnected(),
                () -> "they should have been connected: " + call.alice().page().state() + ", "
                        + call.bob().page().state());
        call.isSeen();
    }

    /** Notes that a call came about. */
    void connected(String what, LabCall call) {
        table.connected(what, call, Optional.empty());
    }

    /** Notes what was seen of something that happened to a call. */
    void connected(String what, LabCall call, Freezes freezes) {
        table.connected(what, call, Optional.of(freezes));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        lab = Lab.build();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        people.afterTestExecution(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        people.afterAll(context);
        if (lab != null) {
            lab.close();
            System.out.println(table.text());
        }
    }

    private Caller enter(Looks looks, House house, LabServer server, String room) {
        return Caller.enter(people, lab(), looks, house, server, room);
    }
}
