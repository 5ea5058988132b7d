package io.briefcast.command;

import java.util.Optional;

/** Questions that were asked, for the buttons under their answers. */
public interface Questions {
    /** Remembers the question under {@link Question#id()}. */
    void remember(Question question);

    Optional<Question> find(String id);
}
