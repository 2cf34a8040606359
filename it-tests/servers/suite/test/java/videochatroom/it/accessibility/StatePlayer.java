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
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;

/**
 * Brings the pages in one browser into their states. States that need a broken network, or a device that this machine
 * does not have, are simulated: the page's own {@code CallPage} gets a state of the call and shows it.
 */
final class StatePlayer {

    /** Shows a simulated state. The real call has ended before, so that nothing else changes the page. */
    private static final String SIMULATE = """
            const [change, done] = arguments;
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
              window.simulated ??= {
                page: new CallPage(main),
                own: await navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
                remote: picture(),
              };
              const { simulated } = window;
              simulated.page.show({
                ...initialState("k7qm-2x9t-0hcf-w3ra"),
                microphone: own ? "on" : "absent",
                camera: own ? "on" : "absent",
                remotePicture: remote === true,
                previewing: true,
                ownStream: own ? simulated.own : asking || rest.phase === "preparing" ? null : new MediaStream(),
                remoteStream: remote === undefined ? null : simulated.remote,
                since: ago === undefined ? null : Date.now() - ago * 1000,
                retryAt: ahead === undefined ? null : Date.now() + ahead * 1000,
                ...rest,
              }, new URL("https://talk.example.org/video-chat-room/k7qm-2x9t-0hcf-w3ra"));
              // play() never settles for a stream without tracks
              const videos = [...main.querySelectorAll("video")].filter(({ srcObject }) => srcObject?.getTracks().length > 0);
              await Promise.all(videos.map((video) => video.play()));
            };
            show(change).then(() => done(""), (error) => done(`${error}\\n${error.stack}`));
            """;

    private static final AtomicInteger PLAYERS = new AtomicInteger();
    private static final AtomicInteger FULL_ROOMS = new AtomicInteger();

    private final Person person;
    private final URI base;
    private final String room = "k7qm-2x9t-0hcf-w3r" + PLAYERS.incrementAndGet();
    private final List<SignalingClient> others = new ArrayList<>();
    private boolean simulating;

    StatePlayer(Person person, URI base) {
        this.person = person;
        this.base = base;
    }

    /** The room that {@link #enterRoom} enters. */
    String roomName() {
        return room;
    }

    Person person() {
        return person;
    }

    /** Brings a page into a state. The participants of the previous state leave. */
    void show(PageState state) {
        others.forEach(SignalingClient::close);
        others.clear();
        state.enter().accept(this);
    }

    /** Opens a path relative to the address of the deployment. */
    void open(String path) {
        simulating = false;
        person.open(base.resolve(path));
    }

    /** Joins a room. */
    RoomPage enterRoom() {
        open(room);
        return RoomPage.of(person).join();
    }

    /** Opens the lobby of another room: a person who was in a room a moment ago returns to it without the lobby. */
    RoomPage openLobby() {
        open("before-the-door");
        return RoomPage.of(person);
    }

    /** Opens a room in which two participants are. */
    RoomPage enterFullRoom() {
        // another room each time, because the server keeps the seats of the last one for a while
        String occupied = "occupied-" + FULL_ROOMS.incrementAndGet();
        for (String name : List.of("alice", "bob")) {
            var other = SignalingClient.connect(name, Server.signalingOf(base));
            others.add(other);
            other.join(occupied);
        }
        open(occupied);
        return RoomPage.of(person).join();
    }

    /**
     * Simulates a state of the call.
     *
     * @param state members of {@code call-state.js}, and {@code own} and {@code remote} for the pictures, {@code ago}
     *     and {@code ahead} for seconds in the past and in the future, {@code asking} for the permission prompt
     */
    void simulate(Map<String, Object> state) {
        if (!simulating) {
            hangUp();
            simulating = true;
        }
        Object problem = person.browser().executeAsyncScript(SIMULATE, state);
        if (!"".equals(problem)) {
            throw new AssertionError(state + ": " + problem);
        }
    }

    /** Joins a room and hangs up. */
    void hangUp() {
        RoomPage page = enterRoom().is("waiting");
        click("call-controls .danger");
        page.is("hung-up");
    }

    /** Opens the landing page and waits until it suggests a name. */
    void openLandingPage() {
        open("");
        Await.until(
                "a name to be suggested",
                () -> !String.valueOf(
                                person.browser().findElement(By.id("room-name")).getDomProperty("value"))
                        .isEmpty(),
                person::console);
    }

    /** Stores the choice of a language, which applies to all pages opened from now on. */
    void chooseLanguage(String language) {
        openLandingPage();
        run("localStorage.setItem('video-chat-room:language', '" + language + "');");
        simulating = false;
    }

    /** Clicks the element that a CSS selector finds. Its name depends on the language of the page. */
    void click(String selector) {
        person.browser().findElement(By.cssSelector(selector)).click();
    }

    /** Runs a script in the page. */
    void run(String script) {
        person.browser().executeScript(script);
    }

    /** The live region that announces the state to screen readers. */
    WebElement status() {
        return person.browser().findElement(By.cssSelector("call-status [role=status]"));
    }

    /** The text of the live region. */
    String announced() {
        return requireNonNull(status().getDomProperty("textContent")).strip();
    }
}
