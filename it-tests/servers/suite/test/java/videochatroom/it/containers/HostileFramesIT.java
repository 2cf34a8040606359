package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Protocol;
import videochatroom.it.support.Protocol.RefusedFrame;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;

/** Frames that make no sense: each is refused with its code, and nobody else notices. */
class HostileFramesIT extends DeployedWar {

    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at [\\w.$/]+\\(|Exception", Pattern.MULTILINE);

    static List<RefusedFrame> refusedFrames() {
        return Protocol.refusedFrames();
    }

    @ParameterizedTest
    @MethodSource("refusedFrames")
    void aFrameThatMakesNoSenseIsRefusedAndTheSocketStaysUsable(RefusedFrame refused) {
        try (var mallory = SignalingClient.connect("mallory")) {
            mallory.send(refused.frame());
            mallory.hearsError(refused.code());
            mallory.hearsNothing();
            mallory.join("hostile-after");
            mallory.say("leave_room");
            mallory.hearsNothing();
        }
    }

    @Test
    void othersNoticeNothing() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol");
                var mallory = SignalingClient.connect("mallory")) {
            alice.join("hostile-elsewhere");
            bob.join("hostile-elsewhere");
            alice.hears("another_person_ready");
            carol.join("hostile-here");
            mallory.join("hostile-here");
            carol.hears("another_person_ready");

            for (RefusedFrame refused : refusedFrames()) {
                mallory.send(refused.frame());
                // of a second join the server need not say what else is wrong with it
                mallory.hears("error");
            }
            mallory.sendBinary(new byte[] {1, 2, 3});
            mallory.hearsError("binary_not_supported");

            alice.hearsNothing();
            bob.hearsNothing();
            carol.hearsNothing();
        }
    }

    @Test
    void noFrameMakesTheServerLogAStackTrace() {
        String before = Server.log();
        try (var mallory = SignalingClient.connect("mallory")) {
            for (RefusedFrame refused : refusedFrames()) {
                mallory.send(refused.frame());
                mallory.hearsError(refused.code());
            }
            for (String frame : List.of(
                    "\u0000",
                    "\ud83d\ude00",
                    "[".repeat(20_000),
                    "{\"event\":".repeat(5_000),
                    "{\"event\":\"join_room\",\"data\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                    "{\"event\":\"join_room\",\"data\":1e999999999}",
                    "{\"event\":\"ping\",\"event\":7}",
                    "{\"event\":\"\\ud800\",\"data\":\"\\udfff\"}",
                    "{\"event\":\"join_room\",\"data\":\"\\ud800\"}")) {
                mallory.send(frame);
                assertDoesNotThrow(() -> mallory.hears("error"), () -> "after " + beginningOf(frame));
            }
            mallory.sendBinary(new byte[70_000]);
            mallory.hearsError("binary_not_supported");
            mallory.send("x".repeat(1_000_000));
            mallory.hearsError("message_too_large");
            mallory.join("hostile-log");
            mallory.vanish();
        }
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("hostile-log-2");
            alice.say("send_connection_offer");
            alice.hearsError("invalid_data");
        }
        String after = Server.log().substring(before.length());
        assertFalse(STACK_TRACE.matcher(after).find(), after);
    }

    private static String beginningOf(String frame) {
        return frame.length() <= 60 ? frame : frame.substring(0, 60) + "…";
    }
}
