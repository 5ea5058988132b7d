package io.briefcast.delivery;

import java.time.Duration;

/** A post that failed or may have failed, and what can help. The detail holds no secret and no message text. */
public final class DeliveryException extends Exception {
    /** What the dispatcher should do next. */
    public enum Remedy {
        /** Nothing was posted; try again after {@link #retryAfter()}. */
        RETRY,
        /** Unclear whether it was posted; look before trying again. */
        LOOK,
        /** This message can never be posted; later ones may. */
        DROP,
        /** Nothing can be posted there any more; switch the subscription off. */
        DISABLE
    }

    private final Remedy remedy;
    private final Duration retryAfter;

    public DeliveryException(Remedy remedy, Duration retryAfter, String detail) {
        super(detail);
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** Zero when the platform named no time. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
