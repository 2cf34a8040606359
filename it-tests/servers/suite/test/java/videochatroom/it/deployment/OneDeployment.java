package videochatroom.it.deployment;

import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Keeps the first class's deployment for all that follow, where Arquillian would deploy anew for each: on Payara Micro
 * that is a start of the server.
 */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Made by Arquillian, which wants it public. */
    public static final class Keeper {

        private boolean deployed;

        /** Lets the first deployment through. */
        public void deployOnce(@Observes EventContext<DeployManagedDeployments> context) {
            if (!deployed) {
                deployed = true;
                context.proceed();
            }
        }

        /** Stays: the container goes, and the deployment with it, when all tests have run. */
        public void keep(@Observes EventContext<UnDeployManagedDeployments> context) {
            // not proceeding is all
        }
    }
}
