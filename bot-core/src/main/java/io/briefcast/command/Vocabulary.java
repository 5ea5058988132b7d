package io.briefcast.command;

import io.briefcast.command.CommandSpec.Kind;
import java.util.List;

/** The values that options can take, for completion; answers from memory. */
public interface Vocabulary {
    /**
     * Values of that kind that go on from what is typed, best first; for an empty input the popular ones.
     *
     * @param limit most values, 1 to 25
     */
    List<String> matching(Kind kind, String typed, Asker asker, int limit);
}
