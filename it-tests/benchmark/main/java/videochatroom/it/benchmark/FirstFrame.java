package videochatroom.it.benchmark;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Measures the time to the first remote frame, through the server and without one. */
final class FirstFrame implements AutoCloseable {

    /** Records when Join was pressed and when the first remote frame was presented, in milliseconds. */
    private static final String WATCH = """
            window.addEventListener("click", ({ target }) => {
              if (window.__pressed === undefined && target.closest("call-lobby button")) window.__pressed = performance.now();
            }, { capture: true });
            const watched = new WeakSet();
            setInterval(() => {
              const video = document.querySelector("#remote-video");
              if (video === null || watched.has(video)) return;
              watched.add(video);
              video.requestVideoFrameCallback(() => { window.__seen ??= performance.now(); });
            }, 5);
            """;

    /** Two connections within one page, with the same camera and microphone, which are on already. */
    private static final String WITHOUT_A_SERVER = """
            const done = arguments[0];
            const run = async () => {
              const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
              const video = document.body.appendChild(Object.assign(document.createElement("video"), { muted: true, autoplay: true }));
              const began = performance.now();
              const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
              a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate ?? undefined);
              b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate ?? undefined);
              const seen = new Promise((frame) => {
                b.ontrack = ({ streams: [received] }) => {
                  video.srcObject = received;
                  video.requestVideoFrameCallback(() => frame(performance.now()));
                };
              });
              for (const connection of [a, b]) stream.getTracks().forEach((track) => connection.addTrack(track.clone(), stream));
              await a.setLocalDescription();
              await b.setRemoteDescription(a.localDescription);
              await b.setLocalDescription();
              await a.setRemoteDescription(b.localDescription);
              const took = (await seen) - began;
              a.close();
              b.close();
              stream.getTracks().forEach((track) => track.stop());
              return took;
            };
            run().then(done, (error) => done(String(error)));
            """;

    private static final String ROOM_WAITS = "document.querySelector('.room-state').dataset.state === 'waiting'";

    private final People people = new People();
    private final Person waiting =
            people.start(BrowserOptions.of(TestIdentity.ALICE).withGoodCamera());
    private final Person joining =
            people.start(BrowserOptions.of(TestIdentity.BOB).withGoodCamera());
    private final URI base;

    FirstFrame(URI base) {
        this.base = base;
        joining.runInEveryPage(WATCH);
    }

    /** The time from pressing Join until the first frame of the participant who waits, in milliseconds. */
    double afterJoining(String room) {
        RoomPage waits = RoomPage.open(waiting, base.resolve(room)).is("waiting");
        joining.open(base.resolve(room));
        RoomPage joins = RoomPage.of(joining).is("lobby").shows("that a participant waits", ROOM_WAITS);
        joins.press("Join").is("connected");
        waits.is("connected");
        Await.until("a frame", () -> number("return window.__seen ?? -1") >= 0, joins::state);
        double took = number("return window.__seen - window.__pressed");
        joins.press("Hang up").is("hung-up");
        return took;
    }

    /** The time to the first frame of a connection within one page, in milliseconds. */
    double withoutServer() {
        joining.open(base);
        Object took = requireNonNull(joining.browser().executeAsyncScript(WITHOUT_A_SERVER));
        if (took instanceof Number milliseconds) {
            return milliseconds.doubleValue();
        }
        throw new BenchmarkFailure(took.toString());
    }

    private double number(String script) {
        return ((Number) requireNonNull(joining.browser().executeScript(script))).doubleValue();
    }

    @Override
    public void close() {
        people.close(joining);
        people.close(waiting);
    }
}
