package videochatroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import videochatroom.protocol.IceConfiguration.TransportPolicy;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.ServerMessage.AnotherPersonReady;
import videochatroom.protocol.ServerMessage.Joined;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.ParticipantReconnecting;
import videochatroom.protocol.ServerMessage.ParticipantReturned;
import videochatroom.protocol.ServerMessage.Pong;
import videochatroom.protocol.ServerMessage.Refusal;
import videochatroom.protocol.ServerMessage.Relayed;
import videochatroom.protocol.ServerMessage.TooManyPeople;

/** The examples of {@code src/docs/protocol/asyncapi.json} are what the codec reads and writes. */
class ProtocolDocumentTest {

    private static final JsonObject DOCUMENT = document();
    private static final String ROOM = "important-meeting";

    private final MessageCodec codec = new MessageCodec();

    @TestFactory
    Stream<DynamicTest> everyExampleFromAClientIsUnderstood() {
        return messagesOf("fromClient")
                .flatMap(message -> examplesOf(message).entrySet().stream())
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertNotNull(codec.decode(example.getValue().toString()))));
    }

    @TestFactory
    Stream<DynamicTest> everyRefusedFrameGetsItsCode() {
        return DOCUMENT.getJsonArray("x-refused-frames").getValuesAs(JsonObject.class).stream()
                // the codec accepts any string as a room's name; RoomName checks it
                .filter(refused -> !refused.getString("code").equals("invalid_room_name"))
                .map(refused -> DynamicTest.dynamicTest(refused.getString("name"), () -> {
                    var refusal = assertThrows(ProtocolException.class, () -> codec.decode(refused.getString("frame")))
                            .refusal();
                    assertEquals(refused.getString("code"), refusal.code().wireName());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleFromTheServerIsWhatItWrites() {
        var stun = List.of(IceServer.open("stun:stun.example.org:3478"));
        var turn = new IceServer(List.of("turn:turn.example.org:3478"), "1767225600:p-7Jd2aQ", "c2VjcmV0");
        Map<String, ServerMessage> written = Map.ofEntries(
                Map.entry(
                        "joined/alone",
                        new Joined(
                                ROOM,
                                "p-7Jd2aQ",
                                new IceConfiguration(stun, TransportPolicy.ALL),
                                "dG9rZW4.c2ln",
                                false,
                                List.of())),
                Map.entry(
                        "joined/second",
                        new Joined(
                                ROOM,
                                "p-9Kx4bR",
                                new IceConfiguration(List.of(), TransportPolicy.ALL),
                                "dG9rZW4.c2ln",
                                false,
                                List.of(new Peer("p-7Jd2aQ", Role.ANSWERER, true, true, true)))),
                Map.entry(
                        "joined/resumed",
                        new Joined(
                                ROOM,
                                "p-9Kx4bR",
                                new IceConfiguration(List.of(), TransportPolicy.RELAY),
                                "bmV4dA.c2ln",
                                true,
                                List.of(new Peer("p-7Jd2aQ", Role.ANSWERER, true, true, false)))),
                Map.entry("ice_servers/turn", new ServerMessage.IceServers(List.of(turn))),
                Map.entry(
                        "another_person_ready/ready",
                        new AnotherPersonReady(new Peer("p-9Kx4bR", Role.OFFERER, false, true, null))),
                Map.entry("participant_reconnecting/reconnecting", new ParticipantReconnecting("p-7Jd2aQ")),
                Map.entry(
                        "participant_returned/reloaded",
                        new ParticipantReturned(new Peer("p-7Jd2aQ", Role.OFFERER, false, true, null), false)),
                Map.entry("participant_left/left", new ParticipantLeft("p-7Jd2aQ", LeaveReason.LEFT)),
                Map.entry("participant_left/lost", new ParticipantLeft("p-7Jd2aQ", LeaveReason.CONNECTION_LOST)),
                Map.entry(
                        "room_state/waiting",
                        new ServerMessage.RoomState(ROOM, ServerMessage.RoomState.Occupancy.WAITING)),
                Map.entry("too_many_people/full", new TooManyPeople(ROOM, 2)),
                Map.entry(
                        "connection_offer_relayed/offer",
                        relayed(RelayKind.OFFER, "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}", "p-7Jd2aQ")),
                Map.entry(
                        "answer_relayed/answer",
                        relayed(RelayKind.ANSWER, "{\"type\":\"answer\",\"sdp\":\"v=0\\r\\n\"}", "p-9Kx4bR")),
                Map.entry(
                        "candidate_relayed/candidate",
                        relayed(
                                RelayKind.CANDIDATE,
                                "{\"candidate\":\"candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host\","
                                        + "\"sdpMid\":\"0\",\"sdpMLineIndex\":0}",
                                "p-7Jd2aQ")),
                Map.entry("candidate_relayed/null-candidate", relayed(RelayKind.CANDIDATE, "null", "p-7Jd2aQ")),
                Map.entry(
                        "candidates_relayed/burst",
                        relayed(
                                RelayKind.CANDIDATES,
                                "[{\"candidate\":\"candidate:2 1 udp 1686052607 198.51.100.7 50001 typ srflx\","
                                        + "\"sdpMid\":\"0\",\"sdpMLineIndex\":0},"
                                        + "{\"candidate\":\"\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}]",
                                "p-7Jd2aQ")),
                Map.entry("offer_requested/restart-ice", relayed(RelayKind.OFFER_REQUEST, "true", "p-9Kx4bR")),
                Map.entry("pong/pong", new Pong()),
                Map.entry("error/unknown-event", new Refusal(ErrorCode.UNKNOWN_EVENT, "sing")),
                Map.entry("error/not-json", new Refusal(ErrorCode.NOT_JSON, null)));
        return messagesOf("fromServer")
                .flatMap(message -> examplesOf(message).entrySet().stream())
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    ServerMessage message = written.get(example.getKey());
                    assertNotNull(message, "no message is written for this example");
                    assertEquals(example.getValue(), parse(codec.encode(message)));
                }));
    }

    @Test
    void everyErrorCodeIsDocumented() {
        List<String> documented =
                DOCUMENT
                        .getValue("/components/schemas/ErrorCode/enum")
                        .asJsonArray()
                        .getValuesAs(JsonString.class)
                        .stream()
                        .map(JsonString::getString)
                        .toList();
        assertEquals(Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).toList(), documented);
    }

    private static Relayed relayed(RelayKind kind, String payload, String from) {
        return new Relayed(kind, payload, from, ROOM);
    }

    private static Stream<String> messagesOf(String operation) {
        return DOCUMENT.getValue("/operations/" + operation + "/messages").asJsonArray().stream()
                .map(reference -> reference.asJsonObject().getString("$ref"))
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Map<String, JsonValue> examplesOf(String message) {
        var examples = DOCUMENT.getValue("/components/messages/" + message + "/examples")
                .asJsonArray()
                .getValuesAs(JsonObject.class);
        assertFalse(examples.isEmpty(), message + " has no example");
        var byName = new java.util.TreeMap<String, JsonValue>();
        examples.forEach(example -> byName.put(message + "/" + example.getString("name"), example.get("payload")));
        return byName;
    }

    private static JsonValue parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static JsonObject document() {
        try (Reader file = Files.newBufferedReader(Path.of("../docs/protocol/asyncapi.json"));
                var reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
