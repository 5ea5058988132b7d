package io.briefcast.insight.extract.llm;

import java.time.Instant;
import java.util.Optional;

/** Answers that were paid for once. */
public interface ModelAnswers {
    /** The answer to the question with this key. */
    Optional<String> find(String key);

    /** Remembers an answer; those that are older than 90 days may be forgotten. */
    void remember(String key, String answer, Instant now);
}
