package videochatroom.it.benchmark;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** How long it takes until one sees the other: through our server, and without any. */
final class FirstFrame implements AutoCloseable {

    /** From the press of a button until a picture is seen, in milliseconds. */
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

    /** The same two connections in one page, with the same camera and microphone, which are on already. */
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

    private static final String SOMEBODY_WAITS = "document.querySelector('.room-state').dataset.state === 'waiting'";

    private final People people = new People();
    private final Person waiting = people.sitDown(People.equipment(Looks.ALICE).withGoodCamera());
    private final Person joining = people.sitDown(People.equipment(Looks.BOB).withGoodCamera());
    private final URI base;

    FirstFrame(URI base) {
        this.base = base;
        joining.runInEveryPage(WATCH);
    }

    /** From pressing Join until the picture of the one who waits is seen, in milliseconds. */
    double afterJoining(String room) {
        RoomPage waits = RoomPage.open(waiting, base.resolve(room)).is("waiting");
        joining.open(base.resolve(room));
        RoomPage joins = RoomPage.of(joining).is("lobby").shows("that somebody waits", SOMEBODY_WAITS);
        joins.press("Join").is("connected");
        waits.is("connected");
        Patience.until("a picture", () -> number("return window.__seen ?? -1") >= 0, joins::state);
        double took = number("return window.__seen - window.__pressed");
        joins.press("Hang up").is("hung-up");
        return took;
    }

    /** The same connection within one page, in milliseconds. */
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
        people.leave(joining);
        people.leave(waiting);
    }
}
