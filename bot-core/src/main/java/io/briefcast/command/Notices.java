package io.briefcast.command;

import java.util.List;

/** What somebody should know besides the answer, such as a brief that can no longer be posted. */
public interface Notices {
    /** Sentences for who asks, each said once; mostly none. */
    List<String> of(Asker asker);
}
