package videochatroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import videochatroom.protocol.IceConfiguration.TransportPolicy;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.ServerMessage.AnotherPersonReady;
import videochatroom.protocol.ServerMessage.Joined;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.ParticipantReturned;
import videochatroom.protocol.ServerMessage.Pong;
import videochatroom.protocol.ServerMessage.Refusal;
import videochatroom.protocol.ServerMessage.RoomState;
import videochatroom.protocol.ServerMessage.RoomState.Occupancy;

/** Messages byte for byte: members in alphabetical order, enums by their names on the wire, null left out. */
class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec();

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheseBytes(String frame, ServerMessage message) {
        assertEquals(frame.replace('\'', '"'), codec.encode(message));
    }

    static Stream<Arguments> messages() {
        var servers =
                List.of(IceServer.open("stun:s"), new IceServer(List.of("turn:t", "turns:t"), "1:p-1", "c2VjcmV0"));
        return Stream.of(
                Arguments.of(
                        "{'event':'joined','data':{'iceServers':[{'urls':['stun:s']},"
                                + "{'credential':'c2VjcmV0','urls':['turn:t','turns:t'],'username':'1:p-1'}],"
                                + "'iceTransportPolicy':'relay','others':[{'participantId':'p-2','polite':true,"
                                + "'present':false,'role':'answerer','takesOfferRequests':true}],"
                                + "'participantId':'p-1','resumeToken':'t','resumed':false,'roomName':'room'}}",
                        new Joined(
                                "room",
                                "p-1",
                                new IceConfiguration(servers, TransportPolicy.RELAY),
                                "t",
                                false,
                                List.of(new Peer("p-2", Role.ANSWERER, true, true, false)))),
                Arguments.of(
                        "{'event':'another_person_ready','data':{'participantId':'p-2','polite':false,"
                                + "'role':'offerer','takesOfferRequests':false}}",
                        new AnotherPersonReady(new Peer("p-2", Role.OFFERER, false, false, null))),
                Arguments.of(
                        "{'event':'participant_returned','data':{'keepsConnection':true,'participantId':'p-2',"
                                + "'polite':true,'role':'answerer','takesOfferRequests':true}}",
                        new ParticipantReturned(new Peer("p-2", Role.ANSWERER, true, true, null), true)),
                Arguments.of(
                        "{'event':'participant_left','data':{'participantId':'p-2','reason':'connection_lost'}}",
                        new ParticipantLeft("p-2", LeaveReason.CONNECTION_LOST)),
                Arguments.of(
                        "{'event':'room_state','data':{'occupancy':'waiting','roomName':'room'}}",
                        new RoomState("room", Occupancy.WAITING)),
                Arguments.of("{'event':'pong'}", new Pong()),
                Arguments.of(
                        "{'event':'error','data':{'code':'unknown_event','event':'sing',"
                                + "'message':'There is no event of this name.'}}",
                        new Refusal(ErrorCode.UNKNOWN_EVENT, "sing")),
                Arguments.of(
                        "{'event':'error','data':{'code':'not_json','message':'The message is not JSON.'}}",
                        new Refusal(ErrorCode.NOT_JSON, null)));
    }
}
