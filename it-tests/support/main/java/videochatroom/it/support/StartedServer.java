package videochatroom.it.support;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the runnable jar from the first test that needs it to the end of the test run. */
public final class StartedServer implements AutoCloseable {

    private StartedServer() {
        Server.startRunnableJar();
    }

    /** Starts the runnable jar if it is the server under test and is not running. */
    public static void forAllTestsOf(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StartedServer.class))
                .getOrComputeIfAbsent(StartedServer.class, unused -> new StartedServer(), StartedServer.class);
    }

    @Override
    public void close() {
        Server.stopRunnableJar();
    }
}
