package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.ChatPanel;
import videochatroom.it.pages.LandingPage;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StaticSite;
import videochatroom.it.support.TestIdentity;

/** The ways into a room (src/docs/trust.md): none of them turns on a camera that the person has not turned on. */
@Tag("browser")
class WaysInIT extends DeployedWar {

    /** Counts how often the page asks for devices. */
    private static final String COUNT_REQUESTS = """
            window.__asked = 0;
            const getUserMedia = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
            if (getUserMedia) navigator.mediaDevices.getUserMedia = (wish) => (window.__asked++, getUserMedia(wish));
            """;

    /** Presses Join as soon and as often as it can be pressed, and notes when that was. */
    private static final String PRESS_EAGERLY = """
            setInterval(() => {
              const join = document.querySelector("call-lobby form [type=submit]");
              if (!join || join.disabled || join.closest("[hidden]")) return;
              window.__pressable ??= performance.now();
            }, 10);
            """;

    private static final String JOIN_HAS_FOCUS = "document.activeElement?.matches('call-lobby form [type=submit]')";

    @RegisterExtension
    final People people = new People();

    private final Person alice = people.start(TestIdentity.ALICE);

    @Test
    void anAddressWithJoinLeadsToTheLobbyWithJoinInFocus() {
        RoomPage alices = open("ways-typed?join").is("lobby").shows("Join in focus", JOIN_HAS_FOCUS);
        assertNobodyIsIn("ways-typed");
        alices.shows("the own picture", "document.querySelector('#own-video').videoWidth > 0");
        alices.press("Join").is("waiting");
    }

    @Test
    void aLinkOfAnotherSiteLeadsToTheLobbyWithoutADevice() {
        alice.runInEveryPage(COUNT_REQUESTS);
        alice.runInEveryPage(PRESS_EAGERLY);
        // another site, and another origin of the same site
        for (String host : new String[] {"127.0.0.1", "localhost"}) {
            try (StaticSite site = siteWithLink("ways-foreign?join")) {
                RoomPage alices = follow(site, host).is("lobby");
                alices.shows("Join in focus", JOIN_HAS_FOCUS)
                        .shows("that joining took no press in the first second", "window.__pressable >= 1000")
                        .shows("that no device was asked for", "__asked === 0");
                assertNobodyIsIn("ways-foreign");
                alices.press("Show my picture")
                        .shows("the own picture", "document.querySelector('#own-video').videoWidth > 0")
                        .shows("that the devices were asked for", "__asked > 0")
                        .press("Join")
                        .is("waiting")
                        .press("Hang up")
                        .is("hung-up");
            }
        }
    }

    @Test
    void aLinkOfAnotherSiteTakesOnePressToJoin() {
        try (StaticSite site = siteWithLink("ways-one-press")) {
            follow(site, "127.0.0.1").is("lobby").press("Join").is("waiting");
        }
    }

    @Test
    void aScriptOfAnotherSiteGetsNoFurtherThanALink() {
        try (StaticSite site = new StaticSite()) {
            site.serve(
                    "/",
                    StaticSite.text("<script>setTimeout(() => (location = '"
                            + Server.base().resolve("ways-script?join") + "'))</script>"));
            alice.runInEveryPage(COUNT_REQUESTS);
            alice.open(on("127.0.0.1", site));
            RoomPage.of(alice)
                    .is("lobby")
                    .shows("Join in focus", JOIN_HAS_FOCUS)
                    .shows("that no device was asked for", "__asked === 0");
        }
    }

    @Test
    void aWindowOpenedByAnotherSiteGetsNoFurtherThanALink() {
        alice.runInEveryPage(COUNT_REQUESTS);
        try (StaticSite site = new StaticSite()) {
            site.serve(
                    "/",
                    StaticSite.text("<button onclick=\"window.open('"
                            + Server.base().resolve("ways-opened?join") + "')\">open</button>"));
            alice.open(on("127.0.0.1", site));
            String opener = alice.browser().getWindowHandle();
            alice.browser().findElement(By.tagName("button")).click();
            switchToOtherWindow(opener);
            RoomPage.of(alice).is("lobby").shows("Join in focus", JOIN_HAS_FOCUS);
            alice.browser().close();
            alice.browser().switchTo().window(opener);
            assertNobodyIsIn("ways-opened");
        }
    }

    /**
     * The browser has fetched or rendered the page before the press, in a request that no other site seems to be
     * behind.
     */
    @Test
    void aPageThatAnotherSiteLetTheBrowserLoadAheadIsNoFurtherThanALink() {
        wasIn("ways-ahead");
        alice.runInEveryPage(COUNT_REQUESTS);
        for (String action : new String[] {"prefetch", "prerender"}) {
            // another site, and another origin of the same site
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
                URI room = Server.base().resolve("ways-ahead?" + action + host);
                try (StaticSite site = new StaticSite()) {
                    site.serve("/", StaticSite.text("""
                            <a href="%s">a link</a>
                            <script type="speculationrules">{"%s": [{"urls": ["%s"], "eagerness": "immediate"}]}</script>
                            """.formatted(room, action, room)));
                    follow(site, host).is("lobby").shows("that no device was asked for", "__asked === 0");
                }
            }
        }
        assertNobodyIsIn("ways-ahead");
    }

    /** Another site has made the person press a key before it leads here. */
    @Test
    void aHeldKeyDoesNotJoin() {
        try (StaticSite site = siteWithLink("ways-held?join")) {
            RoomPage alices = follow(site, "127.0.0.1").is("lobby");
            Await.until(
                    "the key to be held for longer than the lobby settles",
                    () -> {
                        pressEnter(true);
                        return Boolean.TRUE.equals(alice.browser().executeScript("return performance.now() > 2500"));
                    },
                    alices::state);
            alices.is("lobby");
            assertNobodyIsIn("ways-held");
            // released, it can be pressed again
            alices.shows("that Join can be pressed", JOIN_HAS_FOCUS);
            pressEnter(false);
            alices.is("waiting");
        }
    }

    private void pressEnter(boolean again) {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            if (type.equals("keyDown") || !again) {
                alice.browser()
                        .executeCdpCommand(
                                "Input.dispatchKeyEvent",
                                Map.of(
                                        "type",
                                        type,
                                        "key",
                                        "Enter",
                                        "code",
                                        "Enter",
                                        "text",
                                        "\r",
                                        "windowsVirtualKeyCode",
                                        13,
                                        "autoRepeat",
                                        again));
            }
        }
    }

    @Test
    void aLinkOfAnotherSiteDoesNotLeadBackIntoTheSeat() {
        RoomPage alices = open("ways-bounced").join().is("waiting");
        alice.runInEveryPage(COUNT_REQUESTS);
        try (StaticSite site = siteWithLink("ways-bounced")) {
            follow(site, "127.0.0.1");
            alices.is("lobby").shows("that no device was asked for", "__asked === 0");
            alices.press("Join").is("waiting");
        }
    }

    @Test
    void aFrameOfAnotherSiteGetsNoFurtherThanALink() {
        wasIn("ways-framed");
        alice.runInEveryPage(COUNT_REQUESTS);
        try (StaticSite site = new StaticSite(Server.otherOriginPort())) {
            site.serve(
                    "/",
                    StaticSite.text("<iframe allow='camera; microphone' width='900' height='700' src='"
                            + Server.base().resolve("ways-framed?join") + "'></iframe>"));
            alice.open(on("localhost", site));
            alice.browser().switchTo().frame(0);
            RoomPage.of(alice)
                    .is("lobby")
                    .shows(
                            "that Join can be pressed",
                            "!document.querySelector('call-lobby form [type=submit]').disabled")
                    .shows("that no device was asked for", "__asked === 0");
            assertNobodyIsIn("ways-framed");
            RoomPage.of(alice).press("Join").is("waiting");
            alice.browser().switchTo().defaultContent();
        }
    }

    @Test
    void aRoomThatThePeerLinksToBeginsInTheLobby() {
        wasIn("ways-linked");
        RoomPage alices = open("ways-chat").is("lobby").press("Join").is("waiting");
        Person bob = people.start(TestIdentity.BOB);
        RoomPage.open(bob, "ways-chat").is("connected");
        alices.is("connected");
        ChatPanel.open(bob).write("Look: " + Server.base().resolve("ways-linked"));
        ChatPanel.openUnread(alice, 1);
        String call = alice.browser().getWindowHandle();
        alice.browser().findElement(By.cssSelector(".chat-log a")).click();
        switchToOtherWindow(call);
        RoomPage.of(alice).is("lobby").shows("the own picture", "document.querySelector('#own-video').videoWidth > 0");
        assertNobodyIsIn("ways-linked");
    }

    @Test
    void straightInLeadsIntoARoomOfBeforeThatThePersonOpens() {
        open("ways-known")
                .is("lobby")
                .toggle("Go straight in next time")
                .press("Join")
                .is("waiting")
                .press("Hang up");
        RoomPage.of(alice).is("hung-up");

        open("ways-known").is("waiting").press("Hang up").is("hung-up");
        // from our own landing page
        LandingPage.open(alice, Server.base())
                .type("ways-known")
                .start()
                .is("waiting")
                .press("Hang up")
                .is("hung-up");
        // a room in which they never were
        open("ways-unknown")
                .is("lobby")
                .shows("the own picture", "document.querySelector('#own-video').videoWidth > 0");
        try (StaticSite site = siteWithLink("ways-known?join")) {
            follow(site, "127.0.0.1").is("lobby").shows("Join in focus", JOIN_HAS_FOCUS);
            follow(site, "localhost").is("lobby").shows("Join in focus", JOIN_HAS_FOCUS);
        }
        assertNobodyIsIn("ways-known");
        // switched off, it forgets the rooms
        open("ways-known").is("waiting").press("Hang up").is("hung-up");
        open("ways-unknown").is("lobby").toggle("Go straight in next time");
        open("ways-known").is("lobby").toggle("Go straight in next time");
        open("ways-known").is("lobby");
    }

    @Test
    void aRoomThatTheOperatorNamesIsJoinedFromAnywhere() {
        try (StaticSite site = siteWithLink("KIOSK")) {
            follow(site, "127.0.0.1").is("waiting").press("Hang up").is("hung-up");
        }
        assertNobodyIsIn("kiosk");
    }

    @Test
    void whatIsOffStaysOffThroughReloadsAndLanguages() {
        RoomPage alices = open("ways-off").join().is("waiting");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "ways-off").is("connected");
        alices.is("connected").press("Mute microphone").press("Turn camera off");
        bobs.seesDarkness().hearsNothing();

        alices.reload().is("connected").hasPressed("Mute microphone", true).hasPressed("Turn camera off", true);
        bobs.is("connected").readsOnRemotePicture("The camera is off").hearsNothing();
        alices.pressInMenu("Settings").choose("Language", "Deutsch");
        alices.is("connected").hasPressed("Mikrofon stummschalten", true).hasPressed("Kamera ausschalten", true);
        bobs.is("connected").readsOnRemotePicture("The camera is off").hearsNothing();
        // what is turned on again is on after the next reload
        alices.press("Kamera ausschalten").reload().is("connected").hasPressed("Mikrofon stummschalten", true);
        bobs.is("connected").sees(TestIdentity.ALICE).hearsNothing();
    }

    @Test
    void aPageThatCannotKnowComesBackWithAllOff() {
        RoomPage alices = open("ways-forgotten").join().is("waiting");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "ways-forgotten").is("connected");
        alices.is("connected")
                .runScript("for (const key of Object.keys(sessionStorage))"
                        + " if (key.startsWith('video-chat-room:devices:')) sessionStorage.removeItem(key);")
                .reload()
                .is("connected")
                .hasPressed("Mute microphone", true)
                .hasPressed("Turn camera off", true);
        bobs.is("connected").readsOnRemotePicture("The camera is off").hearsNothing();
    }

    @Test
    void aTabThatComesBackAfterItsSeatIsGoneIsInTheLobby() {
        RoomPage alices = open("ways-late").join().is("waiting").press("Mute microphone");
        alice.runInEveryPage(COUNT_REQUESTS);
        try (StaticSite site = new StaticSite()) {
            site.serve("/", StaticSite.text("<p>elsewhere"));
            alice.open(on("127.0.0.1", site));
            try (var carol = SignalingClient.connect("carol")) {
                carol.join("ways-late");
                // as long as Alice's seat is kept, there is none for a third
                Await.until(
                        "the seat to be gone",
                        () -> occupancy("ways-late").equals("waiting"),
                        () -> occupancy("ways-late"));
                alice.browser().navigate().back();
                alices.is("lobby")
                        .shows("who waits", "document.querySelector('.room-state').dataset.state === 'waiting'");
                carol.receivesNothing();
            }
        }
        alices.press("Show my picture")
                .hasPressed("Mute microphone", true)
                .press("Join")
                .is("waiting");
    }

    @Test
    void aTabThatComesBackInTimeHasItsSeatAgain() {
        RoomPage alices = open("ways-back").join().is("waiting");
        alice.open(Server.base());
        alice.browser().navigate().back();
        alices.is("waiting");
    }

    @Test
    void aSecondTabOfTheBrowserBeginsInTheLobby() {
        open("ways-second").join().is("waiting");
        String first = alice.browser().getWindowHandle();
        alice.browser().switchTo().newWindow(WindowType.TAB);
        open("ways-second").is("lobby").says("Somebody is waiting for you");
        alice.browser().close();
        alice.browser().switchTo().window(first);
        RoomPage.of(alice).is("waiting");
    }

    /** Alice goes straight into this room from now on. */
    private void wasIn(String room) {
        open(room)
                .is("lobby")
                .toggle("Go straight in next time")
                .press("Join")
                .is("waiting")
                .press("Hang up")
                .is("hung-up");
    }

    private RoomPage open(String path) {
        return RoomPage.openLobby(alice, Server.base().resolve(path));
    }

    /** A site of somebody else with a link to a path of ours. */
    private static StaticSite siteWithLink(String path) {
        return new StaticSite()
                .serve("/", StaticSite.text("<a href=\"" + Server.base().resolve(path) + "\">a link</a>"));
    }

    private RoomPage follow(StaticSite site, String host) {
        alice.open(on(host, site));
        alice.browser().findElement(By.tagName("a")).click();
        return RoomPage.of(alice);
    }

    private static URI on(String host, StaticSite site) {
        return URI.create(site.address().toString().replace("localhost", host));
    }

    private void switchToOtherWindow(String known) {
        Await.until(
                "another window",
                () -> alice.browser().getWindowHandles().stream()
                        .filter(window -> !window.equals(known))
                        .findFirst()
                        .map(window -> alice.browser().switchTo().window(window) != null)
                        .orElse(false),
                () -> alice.browser().getWindowHandles());
    }

    private static void assertNobodyIsIn(String room) {
        assertTrue(isFree(room), "somebody is in the room " + room);
    }

    private static boolean isFree(String room) {
        return occupancy(room).equals("empty");
    }

    private static String occupancy(String room) {
        try (var observer = SignalingClient.connect("observer")) {
            observer.send("{\"event\":\"look_at_room\",\"data\":{\"roomName\":\"" + room + "\"}}");
            var state = observer.receives("room_state");
            assertEquals(room, state.getString("roomName"));
            return state.getString("occupancy");
        }
    }
}
