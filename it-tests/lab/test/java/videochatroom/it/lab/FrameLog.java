package videochatroom.it.lab;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;

/** Records when a person's page presented frames of the remote video. */
final class FrameLog {

    private static final String WATCH = """
            (() => {
              const log = (window.__frameLog = { joinedAt: 0, frames: [] });
              const send = WebSocket.prototype.send;
              WebSocket.prototype.send = function (...given) {
                log.joinedAt ||= Date.now();
                return send.apply(this, given);
              };
              let video = null;
              const seen = () => {
                log.frames.push(Date.now());
                video?.requestVideoFrameCallback(seen);
              };
              setInterval(() => {
                const there = document.querySelector("%s");
                if (there === video) return;
                video = there;
                video?.requestVideoFrameCallback(seen);
              }, 50);
            })();
            """.formatted(RoomPage.REMOTE);

    /** How long the video has to be without freezes to count as recovered. */
    private static final Duration STEADY = Duration.ofSeconds(3);

    private final Person person;

    /** The log of a person whose pages {@linkplain #watch are watched}. */
    FrameLog(Person person) {
        this.person = person;
    }

    /** Records frames in every page that the person opens from now on. */
    static void watch(Person person) {
        person.runInEveryPage(WATCH);
    }

    /** When the page sent its first message to the server, in milliseconds since 1970; 0 before that. */
    long joinedAt() {
        return number("return window.__frameLog?.joinedAt ?? 0");
    }

    /** When the page presented the first remote frame, in milliseconds since 1970; 0 before that. */
    long firstAt() {
        return number("return window.__frameLog?.frames[0] ?? 0");
    }

    /** Waits for three seconds without freezes, which begin at this moment or later. */
    void awaitSteadyFrom(long moment, Duration atMost) {
        Await.until(
                person.name() + " to have steady video again",
                atMost,
                () -> {
                    long now = System.currentTimeMillis();
                    long from = now - STEADY.toMillis();
                    return from >= moment && freezes(from, now).isNone();
                },
                () -> "freezes since then: " + freezes(moment, System.currentTimeMillis()));
    }

    /** The freezes between two moments. */
    Freezes freezes(long from, long to) {
        var frames = (List<?>) Objects.requireNonNull(person.browser()
                .executeScript(
                        "return (window.__frameLog?.frames ?? []).filter((at) => at > arguments[0] && at < arguments[1])",
                        from,
                        to));
        return Freezes.between(
                from, to, frames.stream().map(at -> ((Number) at).longValue()).toList());
    }

    private long number(String script) {
        return ((Number) Objects.requireNonNull(person.browser().executeScript(script))).longValue();
    }
}
