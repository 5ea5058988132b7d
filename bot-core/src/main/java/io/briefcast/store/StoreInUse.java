package io.briefcast.store;

import java.nio.file.Path;

/** Another instance works on the same file. */
public final class StoreInUse extends StoreUnusable {
    private static final long serialVersionUID = 1;

    StoreInUse(Path file, Throwable cause) {
        super("Another Briefcast is running on the store %s; stop it or name another file.".formatted(file), cause);
    }
}
