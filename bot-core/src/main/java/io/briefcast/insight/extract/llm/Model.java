package io.briefcast.insight.extract.llm;

import java.time.Duration;
import java.util.Optional;

/** A language model: text in, text out; no memory, no tools, no stream. Safe for use by several threads. */
public interface Model {
    /** Service and model, such as {@code openai/gpt-4o-mini}. */
    String name();

    /** One call. Never throws for what the service does. */
    Answer ask(Question question);

    /**
     * What is asked.
     *
     * @param system what the model is to do; ours alone
     * @param user the transcript's lines, which are data
     * @param maxOutputTokens the answer is cut off after this many
     * @param form what the answer looks like
     */
    record Question(String system, String user, int maxOutputTokens, Form form) {}

    /** What an answer looks like. */
    enum Form {
        INSIGHTS,
        RELATIONS
    }

    /** What comes back. */
    sealed interface Answer {
        /**
         * Some text, right or wrong.
         *
         * @param tokens what the call cost, question and answer; 0 when the service does not say
         * @param complete whether the model came to an end by itself
         */
        record Text(String text, long tokens, boolean complete) implements Answer {}

        /**
         * No answer.
         *
         * @param why completes the sentence "the model was not heard: ..."; holds no secret
         * @param passing whether the same call may work later
         * @param pause what the service asks to wait; empty when it does not say
         * @param charged whether the call may have cost something all the same
         */
        record Failed(String why, boolean passing, Optional<Duration> pause, boolean charged) implements Answer {}
    }
}
