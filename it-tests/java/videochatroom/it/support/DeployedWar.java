package videochatroom.it.support;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The WAR as it was built, in the container that the build chose.
 *
 * <p>All test classes share one deployment ({@link OneDeployment}), so what an earlier test left behind would show in a
 * later one: each uses rooms of its own.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class DeployedWar {

    /** The WAR under its own name, which its context path follows from. */
    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, Path.of(Server.property("it.war")).toFile());
    }
}
