package videochatroom.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import videochatroom.ice.check.IceReport;
import videochatroom.ice.check.Outcome;
import videochatroom.ice.check.ProbeResult;

class IceReportJsonTest {

    private static final Instant TESTED_AT = Instant.parse("2026-01-01T00:00:00.123Z");

    @Test
    void hasItsMembersInOrderAndLeavesOutThoseWithoutAValue() {
        var works = new ProbeResult("stun:s", "192.0.2.1", Outcome.WORKS, 12, OptionalInt.empty());
        var forbidden = new ProbeResult("turn:t", "192.0.2.2", Outcome.FORBIDDEN, 345, OptionalInt.of(403));
        var unresolved = new ProbeResult("stun:u", "", Outcome.NAME_NOT_RESOLVED, 0, OptionalInt.empty());
        assertEquals(
                """
                {
                    "testedAt": "2026-01-01T00:00:00.123Z",
                    "milliseconds": 350,
                    "allWell": false,
                    "summary": "1 of 3 work.",
                    "servers": [
                        {
                            "url": "stun:s",
                            "outcome": "works",
                            "milliseconds": 12,
                            "meaning": "It answers as it should.",
                            "address": "192.0.2.1"
                        },
                        {
                            "url": "turn:t",
                            "outcome": "forbidden",
                            "milliseconds": 345,
                            "meaning": "%s",
                            "address": "192.0.2.2",
                            "error": 403,
                            "mending": "%s"
                        },
                        {
                            "url": "stun:u",
                            "outcome": "name-not-resolved",
                            "milliseconds": 0,
                            "meaning": "%s",
                            "mending": "%s"
                        }
                    ]
                }
                """.formatted(
                                Outcome.FORBIDDEN.meaning(),
                                Outcome.FORBIDDEN.remedy(),
                                Outcome.NAME_NOT_RESOLVED.meaning(),
                                Outcome.NAME_NOT_RESOLVED.remedy()),
                IceReportJson.of(new IceReport(TESTED_AT, 350, List.of(works, forbidden, unresolved))));
    }

    @Test
    void hasAnEmptyListWithoutServers() {
        assertEquals("""
                {
                    "testedAt": "2026-01-01T00:00:00.123Z",
                    "milliseconds": 0,
                    "allWell": false,
                    "summary": "No STUN or TURN server is configured (setting ice.servers): calls work within one network only.",
                    "servers": [
                    ]
                }
                """, IceReportJson.of(new IceReport(TESTED_AT, 0, List.of())));
    }
}
