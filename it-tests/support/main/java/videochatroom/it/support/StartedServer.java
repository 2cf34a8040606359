package videochatroom.it.support;

import org.junit.jupiter.api.extension.ExtensionContext;

/** The runnable jar as the server under test, from the first test that needs it to the last of all. */
public final class StartedServer implements AutoCloseable {

    private StartedServer() {
        Server.startRunnableJar();
    }

    /** Sees to it that the server under test runs. */
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
