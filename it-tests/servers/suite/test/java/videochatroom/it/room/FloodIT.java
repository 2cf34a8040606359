package videochatroom.it.room;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.HostileClient;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A peer who sends more than a call needs ends the call, and cannot keep anybody in it. */
@Tag("browser")
class FloodIT extends DeployedWar {

    /** Keeps what the camera and the microphone have given. */
    private static final String KEEP_TRACKS = """
            window.__tracks = [];
            const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wish) => {
              const stream = await getUserMedia(wish);
              window.__tracks.push(...stream.getTracks());
              return stream;
            };
            """;

    private static final String ALL_ENDED = "__tracks.length > 0 && __tracks.every((t) => t.readyState === 'ended')";

    private static final String CANDIDATE =
            "{ candidate: 'candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host', sdpMid: '0', sdpMLineIndex: 0 }";

    /** How long after a press, by the browser's own clock, the page shows that the call has ended. */
    private static final String MEASURE_HANG_UP = """
            window.__took = null;
            const main = document.querySelector("main");
            addEventListener("pointerdown", ({ timeStamp }) => {
              new MutationObserver((changes, observer) => {
                if (main.dataset.callState !== "hung-up") return;
                observer.disconnect();
                window.__took = performance.now() - timeStamp;
              }).observe(main, { attributes: true });
            }, { capture: true, once: true });
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void whoeverExceedsABoundEndsTheCall() {
        Person alice = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(alice);
        Person bob = people.start(TestIdentity.BOB);
        bob.runInEveryPage(KEEP_TRACKS);
        RoomPage alices = RoomPage.open(alice, "flood-bounds");
        RoomPage bobs = RoomPage.open(bob, "flood-bounds").is("connected");

        floods().forEach((name, script) -> {
            bobs.is("connected");
            alices.is("connected");
            List.of("signaling", "messages", "files", "state").forEach(hostile::hasChannel);
            hostile.run(script);
            bobs.isBlockedBy("peer-flood")
                    .says("has sent far more than a call needs")
                    .shows("its devices closed after " + name, ALL_ENDED);
            alices.is("waiting");
            bobs.press("Join again");
        });
        bobs.is("connected").sees(TestIdentity.ALICE);
    }

    private static Map<String, String> floods() {
        Map<String, String> floods = new LinkedHashMap<>();
        floods.put("states", times(200, "__channels.state.send(JSON.stringify({ name: String(i) }))"));
        floods.put(
                "candidates over the connection",
                times(
                        3_000,
                        "__channels.signaling.send(JSON.stringify({ type: 'candidate', candidate: " + CANDIDATE
                                + " }))"));
        floods.put(
                "candidates in one message of the server",
                "__socket.send(JSON.stringify({ event: 'send_candidates', data: { to: __other, candidates:"
                        + " Array(500).fill(" + CANDIDATE + ") } }))");
        floods.put(
                "descriptions",
                times(
                        100,
                        "__channels.signaling.send(JSON.stringify({ type: 'description', description:"
                                + " { type: 'answer', sdp: 'v=0' } }))"));
        floods.put(
                "requests through the server",
                times(
                        100,
                        "__socket.send(JSON.stringify({ event: 'request_offer', data: { to: __other, iceRestart: true } }))"));
        floods.put("messages", times(3_000, "__channels.messages.send('{\"type\":\"typing\"}')"));
        floods.put("frames of two bytes", times(20_000, "__channels.files.send(new Uint8Array([2, 0]))"));
        floods.put("text where files are", "__channels.files.send('text')");
        floods.put("bytes where states are", "__channels.state.send(new Uint8Array(8))");
        floods.put(
                "a long message",
                "__channels.messages.send(JSON.stringify({ type: 'typing', more: 'x'.repeat(40000) }))");
        floods.put(
                "a description with a thousand media lines",
                "__channels.signaling.send(JSON.stringify({ type: 'description', description:"
                        + " { type: 'offer', sdp: 'v=0\\r\\n' + 'm=video 9 x 0\\r\\n'.repeat(1000) } }))");
        return floods;
    }

    private static String times(int count, String send) {
        return "for (let i = 0; i < " + count + "; i++) " + send + ";";
    }

    /** The limit is generous, for a loaded machine: without bounds the page stood still for ten seconds and more. */
    @Test
    void hangUpWorksWhileAPeerSendsAsMuchAsIsAllowed() {
        Person alice = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(alice);
        RoomPage alices = RoomPage.open(alice, "flood-hang-up");
        Person bob = people.start(TestIdentity.BOB);
        RoomPage bobs = RoomPage.open(bob, "flood-hang-up").is("connected").sees(TestIdentity.ALICE);
        alices.is("connected");
        List.of("signaling", "messages", "files", "state").forEach(hostile::hasChannel);
        hostile.run("""
                let n = 0;
                __flood(15, () => __channels.state.send(JSON.stringify({ name: `N${n++}`, microphone: "on",
                  camera: n & 1 ? "on" : "off", sharing: (n & 2) > 0 })));
                __flood(200, () => __channels.messages.send('{"type":"typing"}'));
                __flood(3000, () => __channels.files.send(new Uint8Array([2, 0])));
                __flood(10, () => __channels.signaling.send(JSON.stringify({ type: "candidate", candidate: %s })));
                """.formatted(CANDIDATE));
        bobs.readsOnRemotePicture("N1").seesMotion();
        bobs.runScript(MEASURE_HANG_UP);
        press(bob, "Hang up");
        bobs.is("hung-up");
        double milliseconds = ((Number) requireNonNull(bob.browser().executeScript("return __took"))).doubleValue();
        hostile.stopFlooding();
        assertTrue(milliseconds < 2_000, milliseconds + " ms after the press");
    }

    /** As a hand does it: by the browser's input, which waits behind everything that the page does. */
    private static void press(Person person, String button) {
        Rectangle place = person.browser()
                .findElement(By.cssSelector("button[title='" + button + "']"))
                .getRect();
        for (String type : List.of("mousePressed", "mouseReleased")) {
            person.browser()
                    .executeCdpCommand(
                            "Input.dispatchMouseEvent",
                            Map.of(
                                    "type",
                                    type,
                                    "x",
                                    place.getX() + place.getWidth() / 2,
                                    "y",
                                    place.getY() + place.getHeight() / 2,
                                    "button",
                                    "left",
                                    "clickCount",
                                    1));
        }
    }
}
