package videochatroom.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** The key that signs resume tokens. It is kept in a file, so that tokens outlive a run of the server. Immutable. */
public final class SigningKey {

    private static final Logger LOG = Logger.getLogger(SigningKey.class.getName());
    private static final int BYTES = 32;

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the key of a file, and creates it if it does not exist. Without a file, or with one that cannot be used,
     * the key is for this run only. A relative path is one below a home that does not exist.
     */
    public static SigningKey of(Optional<Path> file) {
        if (file.isEmpty()) {
            return new SigningKey(random());
        }
        try {
            return new SigningKey(readOrCreate(file.get()));
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warning(
                    ("seat.key-file: no key in %s (%s). A restart of the server will end the seats of the calls it held."
                                    + " Set seat.key-file to a file that the server's user can write.")
                            .formatted(file.get(), unusable));
            return new SigningKey(random());
        }
    }

    /** The key itself, 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] readOrCreate(Path file) throws IOException {
        if (!file.isAbsolute()) {
            throw new IOException("the server's user has no home directory");
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            create(file);
        }
        byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
        if (key.length < BYTES) {
            throw new IllegalArgumentException("it has less than " + BYTES + " bytes in Base64");
        }
        return key;
    }

    private static void create(Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        // Moved into place when it is complete, so that another server that starts now does not read half a key.
        Path draft = Files.createTempFile(file.getParent(), ".key", "", ownerOnly(file));
        try {
            Files.writeString(
                    draft, Base64.getEncoder().encodeToString(random()), StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(draft, file);
        } catch (FileAlreadyExistsException another) {
            LOG.fine("Another server has created the key at the same moment");
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
