package videochatroom.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @TempDir
    private Path folder;

    @Test
    void isCreatedOnceAndReadByTheNextRun() throws IOException {
        Path file = folder.resolve("deep/key");
        byte[] first = SigningKey.of(Optional.of(file)).bytes();
        assertEquals(32, first.length);
        assertArrayEquals(first, SigningKey.of(Optional.of(file)).bytes());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var left = Files.list(file.getParent())) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void isNewForEachRunWithoutAFile() {
        assertFalse(Arrays.equals(
                SigningKey.of(Optional.empty()).bytes(),
                SigningKey.of(Optional.empty()).bytes()));
    }

    @Test
    void isForThisRunOnlyIfTheFileCannotBeUsed() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, "not Base64!");
        assertEquals(32, SigningKey.of(Optional.of(file)).bytes().length);
        Files.writeString(file, "c2hvcnQ=");
        assertEquals(32, SigningKey.of(Optional.of(file)).bytes().length);
        assertEquals("c2hvcnQ=", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "relative", "/does/not/exist", "/dev/null"})
    void isForThisRunOnlyIfTheServersUserHasNoHome(String home) {
        String real = System.setProperty("user.home", home);
        Logger log = Logger.getLogger(SigningKey.class.getName());
        var warnings = new ArrayList<String>();
        Handler handler = collectInto(warnings);
        log.addHandler(handler);
        try {
            assertEquals(
                    32,
                    SigningKey.of(SettingText.parseFile("~/.video-chat-room/seat-key"))
                            .bytes()
                            .length);
        } finally {
            log.removeHandler(handler);
            System.setProperty("user.home", real);
        }
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("seat.key-file: "), warnings::toString);
        for (String written : List.of("?", "~", ".video-chat-room", "relative", "/does")) {
            assertFalse(Files.exists(Path.of(written)), written);
        }
    }

    @Test
    void isBelowTheHomeOfTheServersUser() {
        String real = System.setProperty("user.home", folder.toString());
        try {
            assertEquals(Optional.of(folder.resolve("a/key")), SettingText.parseFile("~/a/key"));
        } finally {
            System.setProperty("user.home", real);
        }
        assertEquals(Optional.of(Path.of("key").toAbsolutePath()), SettingText.parseFile("key"));
    }

    private static Handler collectInto(List<String> messages) {
        return new Handler() {
            @Override
            public void publish(LogRecord logged) {
                messages.add(logged.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
    }
}
