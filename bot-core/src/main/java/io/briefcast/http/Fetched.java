package io.briefcast.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What one GET led to. */
public sealed interface Fetched {
    /**
     * 200 with a body.
     *
     * @param address the address that answered, after redirects
     * @param movedTo the new address when every redirect on the way was permanent (301 or 308)
     * @param freshFor how long the server asks not to be asked again (max-age less Age, or Expires)
     */
    record Body(
            URI address,
            byte[] bytes,
            Optional<String> contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<URI> movedTo,
            Duration freshFor)
            implements Fetched {}

    /**
     * 304; new validators replace the old ones where they are given.
     *
     * @param movedTo the new address when every redirect on the way was permanent (301 or 308)
     * @param freshFor how long the server asks not to be asked again
     */
    record NotModified(Optional<String> etag, Optional<String> lastModified, Optional<URI> movedTo, Duration freshFor)
            implements Fetched {
        /** From the address that was asked. */
        public NotModified(Optional<String> etag, Optional<String> lastModified, Duration freshFor) {
            this(etag, lastModified, Optional.empty(), freshFor);
        }
    }

    /**
     * The server asks to come back later; zero when it names no time.
     *
     * @param asked false when nothing was sent, because the host wanted to be left alone by an answer to somebody else
     */
    record Throttled(Duration retryAfter, boolean asked) implements Fetched {
        public Throttled(Duration retryAfter) {
            this(retryAfter, true);
        }
    }

    /**
     * No usable answer.
     *
     * @param reason the kind of trouble
     * @param sentence what went wrong and what to do next, for the person who gave the address; no stack, no secret
     * @param freshFor how long the server asks not to be asked again
     */
    record Refused(Reason reason, String sentence, Duration freshFor) implements Fetched {
        /** From a server that says nothing about when to ask again, or from none. */
        public Refused(Reason reason, String sentence) {
            this(reason, sentence, Duration.ZERO);
        }

        /** Whether the same address may answer later. */
        public boolean isPassing() {
            return switch (reason) {
                case TOO_SLOW, NO_CONNECTION, SERVER_ERROR -> true;
                case NOT_AN_ADDRESS,
                        NOT_PUBLIC,
                        UNKNOWN_HOST,
                        TOO_LARGE,
                        TOO_MANY_REDIRECTS,
                        NOT_FOUND,
                        GONE,
                        FORBIDDEN,
                        UNEXPECTED_ANSWER -> false;
            };
        }
    }

    /** Kinds of trouble. */
    enum Reason {
        NOT_AN_ADDRESS,
        NOT_PUBLIC,
        UNKNOWN_HOST,
        NO_CONNECTION,
        TOO_SLOW,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        NOT_FOUND,
        GONE,
        FORBIDDEN,
        UNEXPECTED_ANSWER,
        SERVER_ERROR
    }
}
