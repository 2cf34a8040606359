package videochatroom.it.deployment;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import videochatroom.it.support.Project;

/**
 * A test of the WAR in the server under test.
 *
 * <p>All test classes share one deployment ({@link OneDeployment}). So that tests do not affect each other, each test
 * uses rooms with names of its own.
 */
@ExtendWith(ServerUnderTest.class)
public abstract class DeployedWar {

    /** The WAR as it was built. Its name determines the context path. */
    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, Project.target("video-chat-room.war").toFile());
    }
}
