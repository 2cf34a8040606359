package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import videochatroom.it.support.People;
import videochatroom.it.support.TestIdentity;

/**
 * A lab and its people for all tests of a class. The browsers are kept between tests, because their start would take
 * most of the time. Each call has a room of its own. The results are a table in {@code target/lab}.
 */
final class LabSession implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private final People people = People.forAllTestsOfAClass();
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

    /** The server, configured with STUN and TURN over all transports. */
    LabServer server() {
        return lab().server(IceMode.ALL);
    }

    /** Alice and Bob join a new room, both with IPv4. */
    LabCall begin(LabServer server, Nat alices, Nat bobs) {
        return begin(server, alices, AddressFamily.IPV4, bobs, AddressFamily.IPV4);
    }

    /** Alice and Bob join a new room. */
    LabCall begin(LabServer server, Nat alices, AddressFamily alicesFamily, Nat bobs, AddressFamily bobsFamily) {
        String room = "lab-" + ++rooms;
        return LabCall.begin(
                room,
                enter(TestIdentity.BOB, lab().host("bob", bobs, bobsFamily), server, room),
                () -> enter(TestIdentity.ALICE, lab().host("alice", alices, alicesFamily), server, room));
    }

    /** Carol opens the room of a call. */
    Caller join(LabCall call, LabServer server) {
        return enter(TestIdentity.CAROL, lab().host("carol", Nat.CONE, AddressFamily.IPV4), server, call.room());
    }

    /** Waits until both are connected and see the moving video of the right person. */
    void assertConnected(LabCall call) {
        assertTrue(
                call.isConnected(),
                () -> "the call is not connected: " + call.alice().page().state() + ", "
                        + call.bob().page().state());
        call.awaitVideo();
    }

    /** Adds a connected call to the table. */
    void record(String what, LabCall call) {
        table.addConnected(what, call, Optional.empty());
    }

    /** Adds a connected call and its freezes during a fault to the table. */
    void record(String what, LabCall call, Freezes freezes) {
        table.addConnected(what, call, Optional.of(freezes));
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

    private Caller enter(TestIdentity looks, Host host, LabServer server, String room) {
        return Caller.enter(people, lab(), looks, host, server, room);
    }
}
