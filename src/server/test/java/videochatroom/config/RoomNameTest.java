package videochatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

    @ParameterizedTest
    @CsvSource({
        "important-meeting, important-meeting",
        "Important-Meeting, important-meeting",
        "ROOM_7, room_7",
        "Cafe\u0301, caf\u00e9",
        "STRASSE, strasse",
        "Stra\u00dfe, strasse",
        "\u039f\u0394\u039f\u03a3, \u03bf\u03b4\u03bf\u03c3",
        "\u03bf\u03b4\u03cc\u03c2, \u03bf\u03b4\u03cc\u03c3",
        "\u6703\u8b70\u5ba4, \u6703\u8b70\u5ba4",
        "\u0645\u0648\u0639\u062f\u0663, \u0645\u0648\u0639\u062f\u0663",
        "\u092e\u0940\u091f\u093f\u0902\u0917, \u092e\u0940\u091f\u093f\u0902\u0917",
        "\u212a, k",
        "\ud835\udd38, \ud835\udd38"
    })
    void isTheSameHoweverItIsWritten(String written, String name) {
        assertEquals(name, RoomName.parse(written).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a.b",
                "a/b",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "%41",
                "a+b",
                "a:b",
                "..",
                "<b>",
                "\ud83d\ude00",
                "a\u200db",
                "a\u202eb",
                "\ufeffa",
                "\u0301",
                "-\u0301",
                "\ud800",
                "\u00b2",
                "\u2160",
                "\ue000",
                "web-inf",
                "WEB-INF",
                "Meta-Inf"
            })
    void holdsNothingElse(String written) {
        assertEquals(Optional.empty(), RoomName.parse(written));
    }

    @Test
    void isOneTo64CodePointsLongAfterNormalising() {
        assertEquals(64, RoomName.parse("a".repeat(64)).orElseThrow().value().length());
        assertEquals(Optional.empty(), RoomName.parse("a".repeat(65)));
        // two chars each
        assertEquals(
                128,
                RoomName.parse("\ud835\udd38".repeat(64)).orElseThrow().value().length());
        // two code points each before, one after
        assertEquals(
                64, RoomName.parse("e\u0301".repeat(64)).orElseThrow().value().length());
        // one code point each before, two after
        assertEquals(Optional.empty(), RoomName.parse("\u00df".repeat(33)));
        assertEquals(Optional.empty(), RoomName.parse("a".repeat(1_000_000)));
    }

    @Test
    void normalisingANormalisedNameChangesNothing() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(Character::isLetterOrDigit)
                .mapToObj(letter -> RoomName.parse("x" + Character.toString(letter) + "y"))
                .flatMap(Optional::stream)
                .forEach(name -> assertEquals(Optional.of(name), RoomName.parse(name.value())));
    }

    @Test
    void cannotBeMadeOfAnythingNotNormalised() {
        assertThrows(IllegalArgumentException.class, () -> new RoomName("Upper"));
        assertThrows(IllegalArgumentException.class, () -> new RoomName("a b"));
    }
}
