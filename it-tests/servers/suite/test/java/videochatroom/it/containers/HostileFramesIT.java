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

/** Malformed frames are refused with an error code and do not affect other clients. */
class HostileFramesIT extends DeployedWar {

    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at [\\w.$/]+\\(|Exception", Pattern.MULTILINE);

    static List<RefusedFrame> refusedFrames() {
        return Protocol.refusedFrames();
    }

    @ParameterizedTest
    @MethodSource("refusedFrames")
    void aFrameIsRefusedAndTheSocketStaysUsable(RefusedFrame refused) {
        try (var mallory = SignalingClient.connect("mallory")) {
            mallory.send(refused.frame());
            mallory.receivesError(refused.code());
            mallory.receivesNothing();
            mallory.join("hostile-after");
            mallory.sendEvent("leave_room");
            mallory.receivesNothing();
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
            alice.receives("another_person_ready");
            carol.join("hostile-here");
            mallory.join("hostile-here");
            carol.receives("another_person_ready");

            for (RefusedFrame refused : refusedFrames()) {
                mallory.send(refused.frame());
                // any code: mallory has joined already, so the code of a join may differ
                mallory.receives("error");
            }
            mallory.sendBinary(new byte[] {1, 2, 3});
            mallory.receivesError("binary_not_supported");

            alice.receivesNothing();
            bob.receivesNothing();
            carol.receivesNothing();
        }
    }

    @Test
    void noFrameMakesTheServerLogAStackTrace() {
        String before = Server.log();
        try (var mallory = SignalingClient.connect("mallory")) {
            for (RefusedFrame refused : refusedFrames()) {
                mallory.send(refused.frame());
                mallory.receivesError(refused.code());
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
                assertDoesNotThrow(() -> mallory.receives("error"), () -> "after " + beginningOf(frame));
            }
            mallory.sendBinary(new byte[70_000]);
            mallory.receivesError("binary_not_supported");
            mallory.send("x".repeat(1_000_000));
            mallory.receivesError("message_too_large");
            mallory.join("hostile-log");
            mallory.abort();
        }
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("hostile-log-2");
            alice.sendEvent("send_connection_offer");
            alice.receivesError("invalid_data");
        }
        String after = Server.log().substring(before.length());
        assertFalse(STACK_TRACE.matcher(after).find(), after);
    }

    private static String beginningOf(String frame) {
        return frame.length() <= 60 ? frame : frame.substring(0, 60) + "…";
    }
}
