package io.briefcast.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a failed delivery is tried again. Pure. */
public final class RetryPolicy {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** 10 s doubled seven times passes the longest wait; more would overflow in the end. */
    private static final int DOUBLINGS = 7;

    /**
     * Who starts again after a day gets so many looks even if the first ones fail: with the waits between them, more
     * than an hour of trouble.
     */
    private static final int LOOKS = 10;

    private final Duration latest;

    /**
     * @param latest nothing is sent later than this after it was due
     */
    public RetryPolicy(Duration latest) {
        this.latest = latest;
    }

    /** Whether it is too late to send at all. */
    public boolean isTooLate(Delivery delivery, Instant now) {
        return now.isAfter(delivery.due().plus(latest));
    }

    /**
     * When to try again: as late as the platform asks, else 10 s doubled with every attempt up to 15 min, plus up to a
     * quarter so that many audiences do not come back at once.
     *
     * @return empty when another try cannot help or would come too late
     */
    public Optional<Instant> next(Delivery delivery, DeliveryException failure, Instant now) {
        return switch (failure.remedy()) {
            case DROP, DISABLE -> Optional.empty();
            case RETRY -> Optional.of(after(delivery, failure, now)).filter(at -> !isTooLate(delivery, at));
            // It may be there: one look is worth it however late it is.
            case LOOK -> Optional.of(after(delivery, failure, now));
        };
    }

    /**
     * When to look again after a look that failed. Looking ends as well: neither later than a post may be nor before it
     * was tried ten times.
     *
     * @return empty when it will never be known
     */
    Optional<Instant> nextLook(Delivery delivery, DeliveryException failure, Instant now) {
        return switch (failure.remedy()) {
            case DROP, DISABLE -> Optional.empty();
            case RETRY, LOOK ->
                Optional.of(after(delivery, failure, now))
                        .filter(at -> delivery.attempts() < LOOKS || !isTooLate(delivery, at));
        };
    }

    private static Instant after(Delivery delivery, DeliveryException failure, Instant now) {
        Duration asked = failure.retryAfter();
        Duration wait = asked.isPositive() ? asked : backOff(delivery.attempts());
        return now.plus(wait).plus(jitter(delivery, wait));
    }

    private static Duration backOff(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** The same for the same attempt, so that a test and a second replica agree; in [0, wait / 4). */
    private static Duration jitter(Delivery delivery, Duration wait) {
        int draw = Math.floorMod(delivery.key().hashCode() * 31 + delivery.attempts(), 1_000);
        return wait.dividedBy(4_000).multipliedBy(draw);
    }
}
