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
import videochatroom.config.SigningKey;

/**
 * What a participant shows to get his seat again: the seat's participant, serial and ordinal, when it was issued, and
 * the run of the server, signed for its room (HMAC-SHA-256, RFC 2104), so that it can be told from a made-up one even
 * by a server that has restarted since. Thread-safe.
 */
@ApplicationScoped
public class ResumeTokens {

    private static final String ALGORITHM = "HmacSHA256";
    /** Ours have some 100 characters. */
    private static final int MAX_LENGTH = 200;

    /**
     * How old a token may be that another run of the server issued. It is as old as the connection to the server, since
     * each return brings a new one: so this is how long a call may last undisturbed and keep its seats over a restart.
     */
    static final Duration MAX_AGE = Duration.ofDays(1);

    private final String run = Seat.random();
    private SecretKeySpec key;
    private InstantSource clock;

    /** For the proxy that CDI makes. */
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
     * What a token says.
     *
     * @param ordinal how many tokens there were for the seat before it
     * @param ofThisRun whether it was issued since the server started
     */
    record Claim(String participantId, String serial, int ordinal, boolean ofThisRun) {}

    /** The token of a seat. */
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

    /** What a token says, if it is one of ours for this room and, where it is of an earlier run, not too old. */
    Optional<Claim> read(RoomName room, String token) {
        String[] parts = token.length() > MAX_LENGTH ? new String[0] : token.split("\\.", -1);
        if (parts.length != 6) {
            return Optional.empty();
        }
        byte[] expected =
                signature(room, token.substring(0, token.lastIndexOf('.'))).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, parts[5].getBytes(StandardCharsets.UTF_8))) {
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
            // no room name has a line feed, so nothing of it can be taken for the claim
            mac.update((byte) '\n');
            byte[] signature = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
