package videochatroom.it.accessibility;

import static videochatroom.it.accessibility.Scene.elsewhere;
import static videochatroom.it.accessibility.Scene.inRoom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import videochatroom.it.support.Patience;

/** Every page in every state. */
final class Scenes {

    /** Gives the doctor's panel one result of each kind. */
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

    private static final String OPEN_SETTINGS = "document.querySelector('call-settings').open();";

    private Scenes() {}

    /** All of them. */
    static List<Scene> all() {
        return Stream.of(otherPages(), inEarnest(), alone(), inACall(), ended(), blocked(), sheets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scene> otherPages() {
        return List.of(
                elsewhere("landing", Theatre::land),
                elsewhere("landing-bad-name", theatre -> {
                    theatre.land();
                    theatre.run("document.querySelector('#room-name').value = 'no such name';");
                    theatre.click("#start [type=submit]");
                }),
                elsewhere("landing-doctor", theatre -> {
                    theatre.land();
                    theatre.click("#check-connection");
                    awaitReport(theatre);
                }),
                elsewhere("bad-room-name", theatre -> theatre.open("not%20a%20name")),
                elsewhere("not-found", theatre -> theatre.open("js/nothing-here")));
    }

    /** As they come about. */
    private static List<Scene> inEarnest() {
        return List.of(
                inRoom("waiting", "waiting", theatre -> theatre.enterRoom().is("waiting")),
                inRoom(
                        "room-full",
                        "room-full",
                        theatre -> theatre.enterFullRoom().is("room-full")),
                inRoom("hung-up", "hung-up", Theatre::hangUp),
                inRoom("doctor", "waiting", theatre -> {
                    theatre.enterRoom().is("waiting");
                    theatre.run(OPEN_SETTINGS);
                    theatre.click("call-settings .actions > :last-child");
                    awaitReport(theatre);
                }));
    }

    private static List<Scene> alone() {
        return List.of(
                shown("preparing", "preparing", Map.of()),
                shown("joining", "joining", Map.of("own", true)),
                shown("waiting-without-devices", "waiting", Map.of("reason", "no-devices")),
                shown("waiting-after-left", "waiting", Map.of("own", true, "notice", "left")),
                shown("waiting-after-loss", "waiting", Map.of("own", true, "notice", "connection-lost")),
                shown("waiting-after-removal", "waiting", Map.of("own", true, "notice", "removed")),
                shown("connecting", "connecting", Map.of("own", true)),
                shown("server-unreachable", "server-unreachable", Map.of("own", true, "ahead", 7)),
                shown("failed", "connection-failed", Map.of("own", true)),
                shown("failed-without-relay", "connection-failed", Map.of("own", true, "hideAddress", "impossible")));
    }

    private static List<Scene> inACall() {
        return List.of(
                inCall("connected-direct", "connected", Map.of("connection", "direct")),
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
                inCall("reconnecting", "reconnecting", Map.of("ago", 12)),
                inCall("failed-in-call", "connection-failed", Map.of()),
                inCall("failed-server-away", "connection-failed", Map.of("notice", "server-away")),
                inCall("failed-other-away", "connection-failed", Map.of("notice", "other-away")));
    }

    private static List<Scene> ended() {
        return List.of(shown("moved", "moved", Map.of()));
    }

    private static List<Scene> blocked() {
        return Stream.of(
                        "permission-refused",
                        "device-busy",
                        "media-failed",
                        "insecure-origin",
                        "no-webrtc",
                        "invalid-room-name",
                        "too-many-rooms",
                        "too-many-messages",
                        "unknown-refusal")
                .map(reason ->
                        shown("blocked-" + reason, "blocked", Map.of("reason", reason, "usable", usable(reason))))
                .toList();
    }

    private static List<Scene> sheets() {
        return Stream.concat(
                        Stream.of("on", "off", "demanded", "impossible").map(hiding -> {
                            Scene call = inCall(
                                    "settings-" + hiding,
                                    "connected",
                                    Map.of("connection", "direct", "hideAddress", hiding));
                            return inRoom(call.name(), call.phase(), theatre -> {
                                call.enter().accept(theatre);
                                theatre.run(OPEN_SETTINGS);
                            });
                        }),
                        Stream.of(inRoom("doctor-of-troubles", "connected", theatre -> {
                            theatre.show(Map.of("phase", "connected", "own", true, "remote", true));
                            theatre.run(RESULTS);
                        })))
                .toList();
    }

    private static List<String> usable(String reason) {
        return reason.equals("device-busy") ? List.of("microphone") : List.of();
    }

    private static Scene inCall(String name, String phase, Map<String, Object> state) {
        Map<String, Object> call = new HashMap<>(Map.of("own", true, "remote", true));
        call.putAll(state);
        return shown(name, phase, call);
    }

    private static Scene shown(String name, String phase, Map<String, Object> state) {
        Map<String, Object> whole = new HashMap<>(state);
        whole.put("phase", phase);
        return inRoom(name, phase, theatre -> theatre.show(whole));
    }

    private static void awaitReport(Theatre theatre) {
        Patience.until(
                "the doctor's report",
                () -> !theatre.person()
                        .browser()
                        .findElement(By.id("doctor-report"))
                        .getDomProperty("value")
                        .isEmpty(),
                () -> theatre.person().console());
    }
}
