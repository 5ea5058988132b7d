package io.briefcast.podcast;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names things by what they are, so that doing a step twice writes the same rows. */
public final class Ids {
    private static final int LENGTH = 13;

    /** As many digits as come out of one division of the hash by {@link #STEP}. */
    private static final int DIGITS = 5;

    /** 36 to the fifth, so that a rest and 32 more bits fit into a long. */
    private static final long STEP = 60_466_176;

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
            return lastDigits(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of the hash as one number. A refresh makes hundreds of ids, and BigInteger takes longer than the hash itself. */
    private static String lastDigits(byte[] digest) {
        int[] number = new int[digest.length / Integer.BYTES];
        ByteBuffer.wrap(digest).asIntBuffer().get(number);
        char[] digits = new char[LENGTH];
        for (int end = LENGTH; end > 0; end -= DIGITS) {
            long rest = divide(number);
            for (int i = end - 1; i >= Math.max(0, end - DIGITS); i--) {
                digits[i] = Character.forDigit((int) (rest % Character.MAX_RADIX), Character.MAX_RADIX);
                rest /= Character.MAX_RADIX;
            }
        }
        return new String(digits);
    }

    /** Divides a number, highest bits first, by {@link #STEP}; gives the rest. */
    private static long divide(int[] number) {
        long rest = 0;
        for (int i = 0; i < number.length; i++) {
            long part = rest << Integer.SIZE | Integer.toUnsignedLong(number[i]);
            number[i] = (int) (part / STEP);
            rest = part % STEP;
        }
        return rest;
    }
}
