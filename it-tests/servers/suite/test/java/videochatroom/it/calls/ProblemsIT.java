package videochatroom.it.calls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.TestIdentity;

/** Every problem has its own explanation and a way to continue. */
@Tag("browser")
class ProblemsIT extends DeployedWar {

    private static final String WITHOUT = "Join without camera and microphone";

    /** Simulates a missing or busy device. */
    private static final String REFUSAL = """
            const devices = MediaDevices.prototype;
            const getUserMedia = devices.getUserMedia;
            devices.getUserMedia = function (constraints) {
              if (!constraints.%s) return getUserMedia.call(this, constraints);
              return Promise.reject(new DOMException("made up by the test", "%s"));
            };
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void permissionRefused() {
        Person alice = people.start(BrowserOptions.of(TestIdentity.ALICE).withPermissionPrompt());
        alice.denyPermission("camera", Server.origin());
        alice.denyPermission("microphone", Server.origin());

        RoomPage.open(alice, "problems-refused")
                .isBlockedBy("permission-refused")
                .says("Allow both")
                .press(WITHOUT)
                .is("waiting");
    }

    @Test
    void withoutDevicesOneCanStillWatch() {
        RoomPage alices = RoomPage.open(
                        people.start(BrowserOptions.of(TestIdentity.ALICE).withoutDevices()), "problems-none")
                .is("waiting")
                .because("no-devices")
                .says("you can watch and listen");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "problems-none").is("connected");

        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB).seesMotion();
        bobs.is("connected").seesDarkness().hearsNothing().readsOnRemotePicture("sends no picture");
    }

    @Test
    void withoutACameraOneCanStillTalk() {
        RoomPage alices = RoomPage.open(
                        people.start(BrowserOptions.of(TestIdentity.ALICE).withoutCamera()), "problems-camera")
                .is("waiting")
                .because("camera-missing")
                .says("No camera was found");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "problems-camera").is("connected");

        alices.is("connected").sees(TestIdentity.BOB);
        bobs.hears(TestIdentity.ALICE).seesDarkness();
    }

    @Test
    void withoutAMicrophoneOneCanStillBeSeen() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage(REFUSAL.formatted("audio", "NotFoundError"));
        RoomPage alices = RoomPage.open(alice, "problems-microphone")
                .is("waiting")
                .because("microphone-missing")
                .says("No microphone was found");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "problems-microphone")
                .is("connected");

        alices.is("connected").hears(TestIdentity.BOB);
        bobs.sees(TestIdentity.ALICE).hearsNothing();
    }

    @Test
    void aDeviceThatAnotherProgramUses() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage(REFUSAL.formatted("video", "NotReadableError"));

        RoomPage.open(alice, "problems-busy")
                .isBlockedBy("device-busy")
                .says("busy")
                .press(WITHOUT)
                .is("waiting");
    }

    @Test
    void aPageOfAnotherMachineOverPlainHttp() {
        Person alice = people.start(
                BrowserOptions.of(TestIdentity.ALICE).withArgument("--host-resolver-rules=MAP chat.example 127.0.0.1"));
        URI there = URI.create(Server.base().toString().replace("localhost", "chat.example"));

        RoomPage.open(alice, there.resolve("problems-insecure"))
                .isBlockedBy("insecure-origin")
                .says("https");
    }

    @Test
    void aBrowserWithoutWebRtc() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage("delete window.RTCPeerConnection;");

        RoomPage.open(alice, "problems-webrtc").isBlockedBy("no-webrtc");
    }

    @Test
    void aConnectionThatCannotBeMade() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "problems-connection")
                .is("waiting");
        try (var silent = SignalingClient.connect("a client that never answers")) {
            silent.join("problems-connection");
            silent.receivesEventually("send_connection_offer");

            alices.is("connection-failed").press("Try again");
            silent.receivesEventually("send_connection_offer");
        }
    }

    @Test
    void aBadRoomNameSaysWhatANameMayHold() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.open(Server.base().resolve("not%20a%20name"));

        String text = alice.browser().findElement(By.tagName("main")).getText();
        assertTrue(text.contains("64"), text);
    }
}
