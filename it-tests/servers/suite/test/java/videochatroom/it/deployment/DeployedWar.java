package videochatroom.it.deployment;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import videochatroom.it.support.Project;

/**
 * The WAR as it was built, in the server under test.
 *
 * <p>All test classes share one deployment ({@link OneDeployment}), so what an earlier test left behind would show in a
 * later one: each uses rooms of its own.
 */
@ExtendWith(ServerUnderTest.class)
public abstract class DeployedWar {

    /** The WAR under its own name, which its context path follows from. */
    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, Project.target("video-chat-room.war").toFile());
    }
}
