package videochatroom.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports {@link Health#isReady} to MicroProfile Health. A server without it, such as WildFly with
 * {@code standalone.xml}, cannot load this class and leaves it out. So no other class may refer to it.
 */
@Readiness
@ApplicationScoped
class ReadinessCheck implements HealthCheck {

    @Inject
    private Health health;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder()
                .name("video-chat-room-ready")
                .status(health.isReady())
                .build();
    }
}
