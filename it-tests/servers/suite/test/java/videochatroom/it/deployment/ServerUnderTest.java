package videochatroom.it.deployment;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import videochatroom.it.support.Server;
import videochatroom.it.support.StartedServer;

/** Has Arquillian deploy the WAR if a container is the server under test; starts the runnable jar, if that is. */
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
