package videochatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

    /** The page's specs read the same file. */
    private static final JsonObject EXAMPLES = examples();

    @TestFactory
    Stream<DynamicTest> isTheSameHoweverItIsWritten() {
        return written(
                "rooms", (room, text) -> assertEquals(room, RoomName.parse(text).map(RoomName::value), text));
    }

    @TestFactory
    Stream<DynamicTest> isFoundInALinkThatOtherProgramsPassedOn() {
        return written(
                "links",
                (room, text) -> assertEquals(room, RoomName.parseLinked(text).map(RoomName::value), text));
    }

    @TestFactory
    Stream<DynamicTest> isReadTheSameInALinkAsByItself() {
        return written(
                "rooms",
                (room, text) -> assertEquals(room, RoomName.parseLinked(text).map(RoomName::value), text));
    }

    @TestFactory
    Stream<DynamicTest> isNothingElse() {
        return EXAMPLES.getJsonArray("refused").getValuesAs(JsonObject.class).stream()
                .flatMap(example -> {
                    String text = example.getString("written");
                    String nearest = example.getString("nearest");
                    return Stream.of(
                            dynamicTest("refused: " + text, () -> assertEquals(Optional.empty(), RoomName.parse(text))),
                            dynamicTest(
                                    "offered: " + nearest,
                                    () -> assertEquals(
                                            Optional.of(nearest).filter(name -> !name.isEmpty()),
                                            RoomName.parse(nearest).map(RoomName::value))));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\b",
                "a\nb",
                "%41",
                "a:b",
                "..",
                "-\u0301",
                "\ud800",
                "\ue000",
                "web-inf",
                "Meta-Inf",
                "\u0430b"
            })
    void holdsNothingElse(String written) {
        assertEquals(Optional.empty(), RoomName.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "%", "a.b", "a@b", "<script>", "%3Cb", "tea.room.", "a%2Fb", "%252e", "\u200b)"})
    void isNotGuessedFromALink(String written) {
        assertEquals(Optional.empty(), RoomName.parseLinked(written));
    }

    @Test
    void isOneTo64CodePointsLongAfterNormalising() {
        assertEquals(64, RoomName.parse("a".repeat(64)).orElseThrow().value().length());
        assertEquals(Optional.empty(), RoomName.parse("a".repeat(65)));
        // two chars each
        assertEquals(
                128,
                RoomName.parse("\ud840\udc00".repeat(64)).orElseThrow().value().length());
        // two code points each before, one after
        assertEquals(
                64, RoomName.parse("e\u0301".repeat(64)).orElseThrow().value().length());
        // one code point each before, two after
        assertEquals(Optional.empty(), RoomName.parse("\u00df".repeat(33)));
        assertEquals(Optional.empty(), RoomName.parse("a".repeat(1_000_000)));
        assertEquals(Optional.empty(), RoomName.parseLinked("a%41".repeat(1_000_000)));
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
    void everyOldNameOfAsciiIsTheRoomThatItWas() {
        IntStream.range(0, 128)
                .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                .mapToObj(c -> "A" + (char) c + "z0-_")
                .forEach(name -> assertEquals(
                        name.toLowerCase(Locale.ROOT),
                        RoomName.parse(name).orElseThrow().value()));
    }

    @Test
    void cannotBeMadeOfAnythingNotNormalised() {
        assertThrows(IllegalArgumentException.class, () -> new RoomName("Upper"));
        assertThrows(IllegalArgumentException.class, () -> new RoomName("a b"));
    }

    private static Stream<DynamicTest> written(String group, BiConsumer<Optional<String>, String> test) {
        return EXAMPLES.getJsonArray(group).getValuesAs(JsonObject.class).stream()
                .flatMap(room -> room.getJsonArray("written").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .map(text -> dynamicTest(text, () -> test.accept(Optional.of(room.getString("name")), text))));
    }

    private static JsonObject examples() {
        try (Reader file = Files.newBufferedReader(Path.of("../docs/protocol/room-names.json"));
                var reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
