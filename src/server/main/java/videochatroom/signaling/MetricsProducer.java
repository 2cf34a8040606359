package videochatroom.signaling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import videochatroom.metrics.Metrics;

/** Produces the metrics. As a singleton they have no CDI proxy, which every message would have to pass. */
@ApplicationScoped
class MetricsProducer {

    @Produces
    @Singleton
    Metrics metrics() {
        return new Metrics(Arrays.stream(CloseReasonCode.values()).mapToInt(CloseReasonCode::getCode));
    }
}
