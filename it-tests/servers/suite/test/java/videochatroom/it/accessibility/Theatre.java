package videochatroom.it.accessibility;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Patience;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;

/**
 * One browser, in which each scene is played. What needs a broken network, or a device that this machine does not have,
 * is shown by the page's own element: given the state of a call, {@code CallPage} cannot tell where it comes from.
 */
final class Theatre {

    /** Shows a state: of a call that has ended, so that nothing else changes the page. */
    private static final String SHOW = """
            const [change, shown] = arguments;
            const picture = () => {
              const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
              const context = canvas.getContext("2d");
              const draw = () => {
                context.fillStyle = "#3d6fa8";
                context.fillRect(0, 0, 640, 480);
                context.fillStyle = "#7fa9d6";
                context.beginPath();
                context.ellipse(320, 215, 80, 95, 0, 0, 7);
                context.ellipse(320, 480, 180, 150, 0, 0, 7);
                context.fill();
              };
              draw();
              setInterval(draw, 100);
              return canvas.captureStream(10);
            };
            const show = async ({ own, remote, ago, ahead, asking, ...rest }) => {
              const { CallPage, initialState } = await import(document.querySelector("script[src$='main.js']").src);
              const main = document.querySelector("main");
              document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
              if (main.dataset.chat === "open") main.dispatchEvent(new Event("closechat"));
              window.scenes ??= {
                page: new CallPage(main),
                own: await navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
                remote: picture(),
              };
              const { scenes } = window;
              scenes.page.show({
                ...initialState("k7qm-2x9t-0hcf-w3ra"),
                microphone: own ? "on" : "absent",
                camera: own ? "on" : "absent",
                remotePicture: remote === true,
                ownStream: own ? scenes.own : asking || rest.phase === "preparing" ? null : new MediaStream(),
                remoteStream: remote === undefined ? null : scenes.remote,
                since: ago === undefined ? null : Date.now() - ago * 1000,
                retryAt: ahead === undefined ? null : Date.now() + ahead * 1000,
                ...rest,
              }, new URL("https://talk.example.org/video-chat-room/k7qm-2x9t-0hcf-w3ra"));
              // a player of nothing waits for ever
              const videos = [...main.querySelectorAll("video")].filter(({ srcObject }) => srcObject?.getTracks().length > 0);
              await Promise.all(videos.map((video) => video.play()));
            };
            show(change).then(() => shown(""), (error) => shown(`${error}\\n${error.stack}`));
            """;

    private static final AtomicInteger THEATRES = new AtomicInteger();
    private static final AtomicInteger FULL_ROOMS = new AtomicInteger();

    private final Person person;
    private final URI base;
    private final String room = "k7qm-2x9t-0hcf-w3r" + THEATRES.incrementAndGet();
    private final List<SignalingClient> others = new ArrayList<>();
    private boolean showing;

    /** A theatre for somebody, on a server. */
    Theatre(Person person, URI base) {
        this.person = person;
        this.base = base;
    }

    /** The room that is entered. */
    String roomName() {
        return room;
    }

    Person person() {
        return person;
    }

    /** Plays a scene, and takes down what the one before has left. */
    void play(Scene scene) {
        others.forEach(SignalingClient::close);
        others.clear();
        scene.enter().accept(this);
    }

    /** Opens an address below the server's. */
    void open(String path) {
        showing = false;
        person.open(base.resolve(path));
    }

    /** Enters a room in earnest. */
    RoomPage enterRoom() {
        open(room + "?join");
        return RoomPage.of(person);
    }

    /** Stands before a room: another one, since whoever was in it a moment ago goes straight in again. */
    RoomPage approachRoom() {
        open("before-the-door");
        return RoomPage.of(person);
    }

    /** Enters a room in which two people are already. */
    RoomPage enterFullRoom() {
        // Another one each time: seats are kept for a while for those of the last one.
        String occupied = "occupied-" + FULL_ROOMS.incrementAndGet();
        for (String name : List.of("alice", "bob")) {
            var other = SignalingClient.connect(name, Server.signalingOf(base));
            others.add(other);
            other.join(occupied);
        }
        open(occupied + "?join");
        return RoomPage.of(person);
    }

    /** Shows a state of the call; beside those of call-state.js it may say which pictures there are, and seconds. */
    void show(Map<String, Object> state) {
        if (!showing) {
            hangUp();
            showing = true;
        }
        Object problem = person.browser().executeAsyncScript(SHOW, state);
        if (!"".equals(problem)) {
            throw new AssertionError(state + ": " + problem);
        }
    }

    /** Enters a room and leaves it. */
    void hangUp() {
        RoomPage page = enterRoom().is("waiting");
        click("call-controls .danger");
        page.is("hung-up");
    }

    /** Opens the landing page, and waits until it can be used. */
    void land() {
        open("");
        Patience.until(
                "a name to be suggested",
                () -> !String.valueOf(
                                person.browser().findElement(By.id("room-name")).getDomProperty("value"))
                        .isEmpty(),
                person::console);
    }

    /** Reads every page in another language from now on, as whoever has chosen it once. */
    void speak(String language) {
        land();
        run("localStorage.setItem('video-chat-room:language', '" + language + "');");
        showing = false;
    }

    /** Clicks what a selector finds: whatever its name is in the language of the page. */
    void click(String selector) {
        person.browser().findElement(By.cssSelector(selector)).click();
    }

    /** Runs a script on the page. */
    void run(String script) {
        person.browser().executeScript(script);
    }

    /** The element that tells a screen reader of the state. */
    WebElement status() {
        return person.browser().findElement(By.cssSelector("call-status [role=status]"));
    }

    /** What it tells. */
    String announced() {
        return requireNonNull(status().getDomProperty("textContent")).strip();
    }
}
