package videochatroom.signaling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import videochatroom.metrics.Metrics;

/** Makes the one set of metrics: without a proxy before it, since every message counts. */
@ApplicationScoped
class MetricsAtStart {

    @Produces
    @Singleton
    Metrics metrics() {
        return new Metrics(Arrays.stream(CloseReasonCode.values()).mapToInt(CloseReasonCode::getCode));
    }
}
