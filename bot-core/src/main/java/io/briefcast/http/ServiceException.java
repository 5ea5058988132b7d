package io.briefcast.http;

import java.time.Duration;
import java.util.Optional;

/** A service answered with an error, or not at all. Its message holds no secret. */
public final class ServiceException extends RuntimeException {
    /** Of HTTP: the time for the request was over. */
    public static final int TIMEOUT = 408;

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Optional<Duration> wait;
    private final boolean mayCost;

    /**
     * Something that went wrong.
     *
     * @param status the HTTP status; 0 when there was no answer, {@link #TIMEOUT} when it did not come in time
     * @param mayCost whether the service may have done the work, and count it, although its answer was not heard
     */
    ServiceException(int status, Optional<Duration> wait, boolean mayCost, String message) {
        super(message);
        this.status = status;
        this.wait = wait;
        this.mayCost = mayCost;
    }

    /** The HTTP status; 0 when there was no answer, {@link #TIMEOUT} when it did not come in time. */
    public int status() {
        return status;
    }

    /** How long the service asks to be left alone. */
    public Optional<Duration> asksToWait() {
        return wait;
    }

    /** Whether the same may go well later: no answer, too many calls, trouble of the service's own. */
    public boolean isPassing() {
        return status == 0 || status == TIMEOUT || status == 429 || status >= 500;
    }

    /** Whether the service may have done the work, and count it, although its answer was not heard. */
    public boolean mayCost() {
        return mayCost;
    }
}
