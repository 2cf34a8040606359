package videochatroom.it.lab;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Patience;
import videochatroom.it.support.Person;

/** When somebody's page showed pictures of the other: measured where they are seen, not where they arrive. */
final class Sight {

    private static final String WATCH = """
            (() => {
              const sight = (window.__sight = { joinedAt: 0, frames: [] });
              const send = WebSocket.prototype.send;
              WebSocket.prototype.send = function (...given) {
                sight.joinedAt ||= Date.now();
                return send.apply(this, given);
              };
              let video = null;
              const seen = () => {
                sight.frames.push(Date.now());
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

    /** How long a picture has to move without a halt to count as moving again. */
    private static final Duration STEADY = Duration.ofSeconds(3);

    private final Person person;

    /** What somebody sees whose pages {@linkplain #of are watched}. */
    Sight(Person person) {
        this.person = person;
    }

    /** Watches every page that somebody is going to open. */
    static void of(Person person) {
        person.runInEveryPage(WATCH);
    }

    /** When he asked for the room, in milliseconds since 1970; 0 as long as he has not. */
    long joinedAt() {
        return number("return window.__sight?.joinedAt ?? 0");
    }

    /** When he first saw the other, in milliseconds since 1970; 0 as long as he has not. */
    long firstAt() {
        return number("return window.__sight?.frames[0] ?? 0");
    }

    /** Waits until the picture has moved without a halt for a while, which begins at that moment or later. */
    void movesFrom(long moment, Duration atMost) {
        Patience.until(
                person.name() + " to see the picture move steadily again",
                atMost,
                () -> {
                    long now = System.currentTimeMillis();
                    long from = now - STEADY.toMillis();
                    return from >= moment && between(from, now).isNone();
                },
                () -> "the worst since then: " + between(moment, System.currentTimeMillis()));
    }

    /** How long the picture stood still between two moments. */
    Freezes between(long from, long to) {
        var frames = (List<?>) Objects.requireNonNull(person.browser()
                .executeScript(
                        "return (window.__sight?.frames ?? []).filter((at) => at > arguments[0] && at < arguments[1])",
                        from,
                        to));
        return Freezes.between(
                from, to, frames.stream().map(at -> ((Number) at).longValue()).toList());
    }

    private long number(String script) {
        return ((Number) Objects.requireNonNull(person.browser().executeScript(script))).longValue();
    }
}
