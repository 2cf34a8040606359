package videochatroom.ice.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import videochatroom.ice.stun.ScriptedServer;
import videochatroom.ice.stun.ScriptedTurn;

/** How often servers are checked. */
class IceChecksTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(-1_000);

    @Test
    void requestsAtTheSameTimeShareOneCheck() throws Exception {
        int people = 20;
        var everybodyIsHere = new CountDownLatch(people);
        try (ScriptedServer server = server()) {
            IceChecks checks = checks(server);
            ExecutorService threads = Executors.newFixedThreadPool(people);
            Callable<IceReport> asking = () -> {
                everybodyIsHere.countDown();
                everybodyIsHere.await();
                return checks.report();
            };
            List<Future<IceReport>> reports = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                reports.add(threads.submit(asking));
            }
            IceReport first = reports.get(0).get(20, TimeUnit.SECONDS);
            for (Future<IceReport> report : reports) {
                assertSame(first, report.get(20, TimeUnit.SECONDS));
            }
            threads.shutdown();
        }
        assertEquals(1, asked.get());
    }

    @Test
    void theNextCheckRunsAfterAPauseAndOnRequestOnly() throws Exception {
        try (ScriptedServer server = server()) {
            IceChecks checks = checks(server);
            IceReport first = checks.report();
            now.addAndGet(IceChecks.PAUSE.toNanos());
            assertSame(first, checks.report());
            now.incrementAndGet();
            assertEquals(1, asked.get());
            assertNotSame(first, checks.report());
            assertEquals(2, asked.get());
        }
    }

    private ScriptedServer server() {
        return ScriptedServer.udp("127.0.0.1", request -> {
            asked.incrementAndGet();
            return ScriptedTurn.binding(request);
        });
    }

    private IceChecks checks(ScriptedServer server) {
        return new IceChecks(
                () -> List.of(new ServerToCheck("stun:" + server.at(), null, null)), Thread::new, now::get);
    }
}
