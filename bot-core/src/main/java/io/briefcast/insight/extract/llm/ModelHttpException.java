package io.briefcast.insight.extract.llm;

import java.time.Duration;
import java.util.Optional;

/** A model's service answered with an error, or not at all. Its message holds no secret. */
final class ModelHttpException extends RuntimeException {
    /** Of HTTP: the time for the request was over. */
    static final int TIMEOUT = 408;

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Optional<Duration> wait;

    /**
     * @param status the HTTP status; 0 when there was no answer, {@link #TIMEOUT} when it did not come in time
     */
    ModelHttpException(int status, Optional<Duration> wait, String message) {
        super(message);
        this.status = status;
        this.wait = wait;
    }

    int status() {
        return status;
    }

    Optional<Duration> asksToWait() {
        return wait;
    }
}
