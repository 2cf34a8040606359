package videochatroom.it.deployment;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import videochatroom.it.support.Server;
import videochatroom.it.support.StartedServer;

/** Lets Arquillian deploy the WAR if the server under test is a container, or starts the runnable jar. */
final class ServerUnderTest implements BeforeAllCallback, AfterAllCallback {

    private final ArquillianExtension arquillian = new ArquillianExtension();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (Server.isContainer()) {
            arquillian.beforeAll(context);
        } else {
            StartedServer.forAllTestsOf(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (Server.isContainer()) {
            arquillian.afterAll(context);
        }
    }
}
