package videochatroom.it.deployment;

import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Keeps the deployment of the first test class for all classes. Arquillian would deploy again for each class, which on
 * Payara Micro means to start the server.
 */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Observes Arquillian's deployment events. Arquillian requires a public class. */
    public static final class Keeper {

        private boolean deployed;

        /** Lets only the first deployment proceed. */
        public void deployOnce(@Observes EventContext<DeployManagedDeployments> context) {
            if (!deployed) {
                deployed = true;
                context.proceed();
            }
        }

        /** Suppresses the undeployment. The deployment ends with the container, after all tests. */
        public void keep(@Observes EventContext<UnDeployManagedDeployments> context) {
            // does not proceed
        }
    }
}
