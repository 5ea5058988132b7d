package io.briefcast.podcast;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names things by what they are, so that doing a step twice writes the same rows. */
public final class Ids {
    private static final int LENGTH = 13;

    /** The last digits alone are written: dividing all of them costs more than the hash. */
    private static final BigInteger LIMIT =
            BigInteger.valueOf(Character.MAX_RADIX).pow(LENGTH);

    private Ids() {}

    /** Id of the show with this feed. */
    public static String show(URI feed) {
        return of("show", feed.toString());
    }

    /** 13 characters of base 36, from SHA-256 over the parts; distinct parts give distinct ids (2^-67). */
    public static String of(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, digest).mod(LIMIT).toString(Character.MAX_RADIX);
            return "0".repeat(LENGTH - digits.length()) + digits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
