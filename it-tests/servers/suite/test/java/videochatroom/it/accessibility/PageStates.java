package videochatroom.it.accessibility;

import static videochatroom.it.accessibility.PageState.elsewhere;
import static videochatroom.it.accessibility.PageState.inRoom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import videochatroom.it.support.Await;

/** All states of all pages. */
final class PageStates {

    /** Shows one result of each kind in the connection doctor's panel. */
    private static final String RESULTS = """
            const doctor = document.querySelector("connection-doctor");
            doctor.begin(["secure-page", "webrtc", "devices-check", "socket", "stun", "turn-udp", "turn-tcp", "turn-tls", "credentials"]);
            for (const [name, outcome, why] of [
              ["secure-page", "works", ""], ["webrtc", "works", ""], ["devices-check", "fails", "busy"], ["socket", "works", ""],
              ["stun", "fails", ""], ["turn-udp", "not-configured", ""], ["turn-tcp", "fails", "refused"],
              ["turn-tls", "untested", ""], ["credentials", "fails", ""],
            ]) doctor.show({ name, outcome, why, facts: "" });
            doctor.finish("Video Chat Room connection report\\nstun: fails");
            doctor.querySelector("dialog").showModal();
            doctor.querySelector("h2").focus();
            """;

    /** Opens the chat with one message of each kind if the contact allows messages. */
    private static final String CHAT = """
            const file = (name, state, more = {}) =>
              ({ name, size: 4_200_000, state, reason: "", done: 2_100_000, content: null, isPicture: false, ...more });
            const entry = (mine, text, delivery, file = null) =>
              ({ id: 0, kind: file === null ? "text" : "file", mine, at: 1_800_000_000_000, text, delivery, file });
            const entries = [
              entry(false, "Hello, see https://example.org/minutes", ""),
              entry(true, "A_word_that_is_longer_than_any_line_of_a_telephone_can_be", "delivered"),
              entry(true, "Are you there?", "waiting"),
              entry(true, "I am.", "lost"),
              entry(false, "", "", file("holiday.jpg", "offered")),
              entry(false, "", "", file("film.mp4", "running")),
              entry(true, "", "delivered", file("minutes.pdf", "missing")),
              entry(true, "", "delivered", file("notes.txt", "failed", { reason: "unreadable" })),
              { ...entry(false, "", ""), kind: "divider" },
            ].map((entry, id) => ({ ...entry, id: id + 1 }));
            const contact = "CONTACT";
            const canWrite = contact === "open" || contact === "away";
            document.querySelector("call-controls").dispatchEvent(new Event("togglechat", { bubbles: true }));
            document.querySelector("chat-panel")
              .show({ contact, canWrite, canSendFiles: canWrite, entries: canWrite ? entries : [] });
            """;

    private static final String OPEN_SETTINGS = "document.querySelector('call-settings').open();";

    private PageStates() {}

    static List<PageState> all() {
        return Stream.of(
                        otherPages(),
                        realStates(),
                        alone(),
                        inACall(),
                        chat(),
                        ended(),
                        blocked(),
                        sheets(),
                        lateSheets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PageState> otherPages() {
        return List.of(
                elsewhere("landing", StatePlayer::openLandingPage),
                elsewhere("landing-bad-name", player -> {
                    player.openLandingPage();
                    player.run("document.querySelector('#room-name').value = 'no such name';");
                    player.click("#start [type=submit]");
                }),
                elsewhere("landing-doctor", player -> {
                    player.openLandingPage();
                    player.click("#check-connection");
                    awaitReport(player);
                }),
                elsewhere("bad-room-name", player -> player.open("not%20a%20name")),
                elsewhere("not-found", player -> player.open("js/nothing-here")));
    }

    /** States of the real call, not simulated. */
    private static List<PageState> realStates() {
        return List.of(
                inRoom("lobby", "lobby", player -> player.openLobby().is("lobby")),
                inRoom("waiting", "waiting", player -> player.enterRoom().is("waiting")),
                inRoom(
                        "room-full",
                        "room-full",
                        player -> player.enterFullRoom().is("room-full")),
                inRoom("hung-up", "hung-up", StatePlayer::hangUp),
                inRoom("doctor", "waiting", player -> {
                    player.enterRoom().is("waiting");
                    player.run(OPEN_SETTINGS);
                    player.click("call-settings .actions > :last-child");
                    awaitReport(player);
                }));
    }

    private static List<PageState> alone() {
        return List.of(
                simulated("preparing", "preparing", Map.of()),
                simulated(
                        "lobby-from-elsewhere",
                        "lobby",
                        Map.of("asking", true, "previewing", false, "roomState", "waiting")),
                simulated("lobby-asking", "lobby", Map.of("asking", true, "roomState", "empty")),
                simulated("lobby-without-devices", "lobby", Map.of("reason", "no-devices", "roomState", "empty")),
                simulated("lobby-somebody-waits", "lobby", Map.of("own", true, "roomState", "waiting")),
                simulated("lobby-full", "lobby", Map.of("own", true, "roomState", "full", "ownName", "Alice")),
                simulated("joining", "joining", Map.of("own", true)),
                simulated("waiting-without-devices", "waiting", Map.of("reason", "no-devices")),
                simulated("waiting-after-left", "waiting", Map.of("own", true, "notice", "left")),
                simulated("waiting-after-loss", "waiting", Map.of("own", true, "notice", "connection-lost")),
                simulated("waiting-after-removal", "waiting", Map.of("own", true, "notice", "removed")),
                simulated("connecting", "connecting", Map.of("own", true)),
                simulated("server-unreachable", "server-unreachable", Map.of("own", true, "ahead", 7)),
                simulated("failed", "connection-failed", Map.of("own", true)),
                simulated(
                        "failed-without-relay", "connection-failed", Map.of("own", true, "hideAddress", "impossible")));
    }

    private static List<PageState> inACall() {
        return List.of(
                inCall(
                        "connected-direct",
                        "connected",
                        Map.of("connection", "direct", "received", signal(4, ""), "sent", signal(3, "loss"))),
                inCall("connected-relayed", "connected", Map.of("connection", "relayed")),
                inCall("connected-weak", "connected", Map.of("connection", "relayed", "quality", "weak")),
                inCall("connected-no-picture", "connected", Map.of("connection", "direct", "remote", false)),
                inCall(
                        "connected-muted",
                        "connected",
                        Map.of("connection", "direct", "microphone", "off", "camera", "off")),
                inCall("connected-server-away", "connected", Map.of("connection", "direct", "notice", "server-away")),
                inCall("connected-other-away", "connected", Map.of("connection", "direct", "notice", "other-away")),
                inCall("connected-refusal", "connected", Map.of("connection", "direct", "reason", "message-too-large")),
                inCall(
                        "connected-other-announced",
                        "connected",
                        Map.of(
                                "connection",
                                "direct",
                                "sharing",
                                true,
                                "other",
                                Map.of("name", "Bob", "microphone", "off", "camera", "on", "sharing", true))),
                inCall("reconnecting", "reconnecting", Map.of("ago", 12)),
                inCall("failed-in-call", "connection-failed", Map.of()),
                inCall("failed-server-away", "connection-failed", Map.of("notice", "server-away")),
                inCall("failed-other-away", "connection-failed", Map.of("notice", "other-away")));
    }

    private static List<PageState> chat() {
        return List.of(
                chat("chat-empty", "nobody", "waiting", Map.of("own", true)),
                chat("chat-open", "open", "connected", Map.of("own", true, "remote", true, "connection", "direct")),
                chat("chat-away", "away", "waiting", Map.of("own", true, "notice", "connection-lost")),
                chat("chat-foreign", "foreign", "connected", Map.of("own", true, "remote", true)));
    }

    private static List<PageState> ended() {
        return List.of(simulated("moved", "moved", Map.of()));
    }

    private static List<PageState> blocked() {
        return Stream.of(
                        "permission-refused",
                        "device-busy",
                        "media-failed",
                        "insecure-origin",
                        "no-webrtc",
                        "invalid-room-name",
                        "peer-flood",
                        "too-many-rooms",
                        "too-many-messages",
                        "unknown-refusal")
                .map(reason ->
                        simulated("blocked-" + reason, "blocked", Map.of("reason", reason, "usable", usable(reason))))
                .toList();
    }

    private static List<PageState> sheets() {
        return Stream.concat(
                        Stream.of("on", "off", "demanded", "impossible").map(hiding -> {
                            PageState call = inCall(
                                    "settings-" + hiding,
                                    "connected",
                                    Map.of("connection", "direct", "hideAddress", hiding));
                            return inRoom(call.name(), call.phase(), player -> {
                                call.enter().accept(player);
                                player.run(OPEN_SETTINGS);
                            });
                        }),
                        Stream.of(
                                inRoom("shortcuts", "connected", player -> {
                                    player.simulate(Map.of("phase", "connected", "own", true, "remote", true));
                                    player.run("document.querySelector('shortcut-sheet').open(true);");
                                }),
                                inRoom("doctor-of-troubles", "connected", player -> {
                                    player.simulate(Map.of("phase", "connected", "own", true, "remote", true));
                                    player.run(RESULTS);
                                })))
                .toList();
    }

    /** Sheets whose scripts are loaded when they are first opened. */
    private static List<PageState> lateSheets() {
        return List.of(
                late("sheet-statistics", "openstatistics", ""),
                late("sheet-qr-code", "openqrcode", ""),
                late("sheet-recording", "openrecording", ""),
                late(
                        "asked-for-a-recording",
                        "openrecording",
                        "document.querySelector('recording-sheet dialog').close();"
                                + "document.querySelector('recording-question')"
                                + ".open({ number: 1, what: 'call', name: 'Alice' }, true, () => false);"),
                late(
                        "recorded-and-asked",
                        "openrecording",
                        "document.querySelector('recording-sheet dialog').close();"
                                + "document.querySelector('recording-badge').show('runs', true, 'Alice');"
                                + "document.querySelector('recording-question')"
                                + ".open({ number: 1, what: 'call', name: 'Alice' }, true, () => false);"),
                late(
                        "recorded",
                        "openrecording",
                        "document.querySelector('recording-sheet dialog').close();"
                                + "document.querySelector('recording-question').close();"
                                + "document.querySelector('recording-badge').show('runs', true, 'Alice');"));
    }

    private static PageState late(String name, String event, String script) {
        return inRoom(name, "connected", player -> {
            player.simulate(Map.of("phase", "connected", "own", true, "remote", true, "connection", "direct"));
            player.run("document.querySelector('call-controls').dispatchEvent(new Event('" + event
                    + "', { bubbles: true }));");
            Await.until(
                    "the sheet",
                    () -> !player.person()
                            .browser()
                            .findElements(By.cssSelector("dialog[open]"))
                            .isEmpty(),
                    () -> player.person().console());
            player.run(script);
        });
    }

    private static Map<String, Object> signal(int bars, String trouble) {
        return Map.of("bars", bars, "trouble", trouble);
    }

    private static List<String> usable(String reason) {
        return reason.equals("device-busy") ? List.of("microphone") : List.of();
    }

    private static PageState inCall(String name, String phase, Map<String, Object> state) {
        Map<String, Object> call = new HashMap<>(Map.of("own", true, "remote", true));
        call.putAll(state);
        return simulated(name, phase, call);
    }

    private static PageState chat(String name, String contact, String phase, Map<String, Object> state) {
        Map<String, Object> whole = new HashMap<>(state);
        whole.put("phase", phase);
        return inRoom(name, phase, player -> {
            player.simulate(whole);
            player.run(CHAT.replace("CONTACT", contact));
        });
    }

    private static PageState simulated(String name, String phase, Map<String, Object> state) {
        Map<String, Object> whole = new HashMap<>(state);
        whole.put("phase", phase);
        return inRoom(name, phase, player -> player.simulate(whole));
    }

    private static void awaitReport(StatePlayer player) {
        Await.until(
                "the doctor's report",
                () -> !player.person()
                        .browser()
                        .findElement(By.id("doctor-report"))
                        .getDomProperty("value")
                        .isEmpty(),
                () -> player.person().console());
    }
}
