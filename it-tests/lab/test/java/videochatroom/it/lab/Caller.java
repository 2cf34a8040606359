package videochatroom.it.lab;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A person on a host of the lab, with a browser that shows a room. */
record Caller(Host host, Person person, RoomPage page, FrameLog frames) {

    /** When the last TURN credentials in use expire, in seconds since 1970: the user name contains it. */
    private static final String EXPIRY = """
            const servers = window.__connections.at(-1).getConfiguration().iceServers;
            return Math.max(0, ...servers.map((server) => Number.parseInt(server.username || "0", 10)));
            """;

    /** Long enough for a browser to try every candidate pair. */
    private static final Duration DECISION_TIMEOUT = Duration.ofSeconds(60);

    /** Opens a room in the person's browser on this host, which is started for the first room. */
    static Caller enter(People people, Lab lab, TestIdentity looks, Host host, LabServer server, String room) {
        String origin = server.origin(host.family());
        Person person = people.reuse(host.name(), () -> {
            Person started = people.start(BrowserOptions.of(looks)
                    .withSmallWindow()
                    .startedBy(host.browser(lab.directory()))
                    // stands in for a proxy with TLS in front of the server
                    .withArgument("--unsafely-treat-insecure-origin-as-secure=" + origin)
                    // the lab has no DNS, and lookups would time out
                    .withArgument(
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 198.18.*, EXCLUDE 2001:*, EXCLUDE [2001:*")
                    // stands in for a certificate authority that the browser trusts
                    .withArgument("--ignore-certificate-errors-spki-list="
                            + lab.turn().keyHash()));
            Timeline.watch(started);
            FrameLog.watch(started);
            return started;
        });
        return new Caller(host, person, open(person, server.room(room, host.family())), new FrameLog(person));
    }

    /**
     * Opens a room and repeats that if a network change has interrupted it (ERR_NETWORK_CHANGED). A browser reloads
     * such a page by itself, but not under WebDriver.
     */
    private static RoomPage open(Person person, URI room) {
        Await.until(
                person.name() + " to have the page",
                () -> {
                    RoomPage.open(person, room);
                    return !"chrome-error:".equals(person.browser().executeScript("return location.protocol"));
                },
                () -> person.browser().getTitle());
        return RoomPage.of(person);
    }

    /** Waits until the call is connected or has failed. Returns whether it is connected. */
    boolean isConnected() {
        Await.until(
                person.name() + " to know whether there is a connection",
                DECISION_TIMEOUT,
                () -> page.state().equals("connected") || page.state().equals("connection-failed"),
                page::state);
        return page.state().equals("connected");
    }

    /** Waits until the page's statuses and alerts no longer contain a text. */
    void awaitNoLongerSays(String part) {
        Await.until(
                person.name() + " to no longer read \"" + part + "\"",
                DECISION_TIMEOUT,
                () -> !page.sentences().contains(part),
                page::sentences);
    }

    /** Waits until the TURN credentials with which the call started have expired. */
    void awaitExpiredCredentials() {
        Number expiry = (Number) Objects.requireNonNull(person.browser().executeScript(EXPIRY));
        Await.until(
                person.name() + "'s credentials to expire",
                DECISION_TIMEOUT,
                () -> System.currentTimeMillis() / 1000 > expiry.longValue(),
                () -> "they are valid until " + Instant.ofEpochSecond(expiry.longValue()));
    }
}
