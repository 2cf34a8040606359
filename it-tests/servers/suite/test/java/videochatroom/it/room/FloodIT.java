package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.HangUp;
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
                        "__channels.signaling.send(JSON.stringify({ type: 'candidate', candidate: "
                                + HostileClient.CANDIDATE + " }))"));
        floods.put(
                "candidates in one message of the server",
                "__socket.send(JSON.stringify({ event: 'send_candidates', data: { to: __other, candidates:"
                        + " Array(500).fill(" + HostileClient.CANDIDATE + ") } }))");
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
        floods.put("channels of their own", times(20, "__openChannel()"));
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
        hostile.flood(List.copyOf(HostileClient.ALLOWED_FLOODS.keySet()));
        bobs.readsOnRemotePicture("N1").seesMotion();
        HangUp hangUp = HangUp.press(bob);
        bobs.is("hung-up");
        hostile.stopFlooding();
        assertTrue(hangUp.drawn() < 2_000, hangUp.toString());
    }
}
