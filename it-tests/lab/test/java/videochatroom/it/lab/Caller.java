package videochatroom.it.lab;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Somebody in his house, with a browser that shows a room. */
record Caller(House house, Person person, RoomPage page, Sight sight) {

    /** When the last of the credentials in use expire, in seconds since 1970; the name of the user says so. */
    private static final String EXPIRY = """
            const servers = window.__connections.at(-1).getConfiguration().iceServers;
            return Math.max(0, ...servers.map((server) => Number.parseInt(server.username || "0", 10)));
            """;

    /** Long enough for a browser to give up one way after the other. */
    private static final Duration DECIDED = Duration.ofSeconds(60);

    /** Somebody opens a room, in the browser that he has there. */
    static Caller enter(People people, Lab lab, Looks looks, House house, LabServer server, String room) {
        String origin = server.origin(house.family());
        Person person = people.at(house.name(), () -> {
            Person sitting = people.sitDown(People.equipment(looks)
                    .small()
                    .startedBy(house.browser(lab.directory()))
                    // as TLS in front of it would make it
                    .with("--unsafely-treat-insecure-origin-as-secure=" + origin)
                    // there are no names in the lab, and looking for one would take its time to fail
                    .with("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 198.18.*, EXCLUDE 2001:*, EXCLUDE [2001:*")
                    // as an authority that the browser knows would
                    .with("--ignore-certificate-errors-spki-list=" + lab.turn().keyHash()));
            Timeline.of(sitting);
            Sight.of(sitting);
            return sitting;
        });
        return new Caller(house, person, open(person, server.room(room, house.family())), new Sight(person));
    }

    /**
     * A browser that notices only now that it has another cable stops loading (ERR_NETWORK_CHANGED). One of a person
     * loads again by itself; one that is driven does not.
     */
    private static RoomPage open(Person person, URI room) {
        Patience.until(
                person.name() + " to have the page",
                () -> {
                    RoomPage.open(person, room);
                    return !"chrome-error:".equals(person.browser().executeScript("return location.protocol"));
                },
                () -> person.browser().getTitle());
        return RoomPage.of(person);
    }

    /** Waits until the call has come about, or has turned out not to; whether it has. */
    boolean isConnected() {
        Patience.until(
                person.name() + " to know whether there is a connection",
                DECIDED,
                () -> page.state().equals("connected") || page.state().equals("connection-failed"),
                page::state);
        return page.state().equals("connected");
    }

    /** Waits until the page says nothing of the kind any more. */
    void isToldNoLonger(String part) {
        Patience.until(
                person.name() + " to read no longer \"" + part + "\"",
                DECIDED,
                () -> !page.sentences().contains(part),
                page::sentences);
    }

    /** Waits until the relay would not take the credentials any more that the call began with. */
    void awaitExpiredCredentials() {
        Number expiry = (Number) Objects.requireNonNull(person.browser().executeScript(EXPIRY));
        Patience.until(
                person.name() + "'s credentials to expire",
                DECIDED,
                () -> System.currentTimeMillis() / 1000 > expiry.longValue(),
                () -> "they are good until " + Instant.ofEpochSecond(expiry.longValue()));
    }
}
