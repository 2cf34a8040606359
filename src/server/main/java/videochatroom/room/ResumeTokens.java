package videochatroom.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import videochatroom.config.RoomName;
import videochatroom.config.SigningKey;

/**
 * Resume tokens, with which participants get their seats again. A token has the seat's participant, serial and ordinal,
 * the time when it was issued, and the run of the server. It is signed for its room (HMAC-SHA-256, RFC 2104), so that a
 * server that has restarted since can verify it (decision 5). Thread-safe.
 */
@ApplicationScoped
public class ResumeTokens {

    private static final String ALGORITHM = "HmacSHA256";
    /** Tokens have some 100 characters. */
    private static final int MAX_LENGTH = 200;

    private static final int PARTS = 6;

    /**
     * The maximum age of a token of another run. Each return brings a new token, so a token is as old as the connection
     * to the server: a call that is undisturbed for longer loses its seats when the server restarts.
     */
    static final Duration MAX_AGE = Duration.ofDays(1);

    private final String run = Seat.random();
    private SecretKeySpec key;
    private InstantSource clock;

    /** For CDI's proxy. */
    protected ResumeTokens() {}

    @Inject
    public ResumeTokens(SigningKey signingKey) {
        this(signingKey, InstantSource.system());
    }

    ResumeTokens(SigningKey signingKey, InstantSource clock) {
        this.clock = clock;
        this.key = new SecretKeySpec(signingKey.bytes(), ALGORITHM);
    }

    /**
     * The content of a token.
     *
     * @param ordinal the number of tokens that the seat had before
     * @param ofThisRun whether it was issued since the server has started
     */
    record Claim(String participantId, String serial, int ordinal, boolean ofThisRun) {}

    /** Makes the token of a seat. */
    String issue(RoomName room, Seat seat) {
        String claim = String.join(
                ".",
                seat.participantId(),
                seat.serial(),
                Integer.toString(seat.ordinal(), Character.MAX_RADIX),
                Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX),
                run);
        return claim + "." + signature(room, claim);
    }

    /**
     * Reads a token. Empty if it was not issued for this room by this server or one with the same key, or if it is of
     * another run and older than {@link #MAX_AGE}.
     */
    Optional<Claim> read(RoomName room, String token) {
        String[] parts = token.length() > MAX_LENGTH ? new String[0] : token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        byte[] expected =
                signature(room, token.substring(0, token.lastIndexOf('.'))).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, parts[PARTS - 1].getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        boolean ofThisRun = parts[4].equals(run);
        var issuedAt = Instant.ofEpochSecond(Long.parseLong(parts[3], Character.MAX_RADIX));
        if (!ofThisRun && issuedAt.plus(MAX_AGE).isBefore(clock.instant())) {
            return Optional.empty();
        }
        int ordinal = Integer.parseInt(parts[2], Character.MAX_RADIX);
        return Optional.of(new Claim(parts[0], parts[1], ordinal, ofThisRun));
    }

    private String signature(RoomName room, String claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(room.value().getBytes(StandardCharsets.UTF_8));
            // No room name has a line feed, so no other name and claim have the same bytes.
            mac.update((byte) '\n');
            byte[] signature = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is missing in this Java", impossible);
        }
    }
}
