package videochatroom.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
