package io.briefcast.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** The store cannot be read or written; the message is one sentence for the operator that says what to do. */
public class StoreUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What an error anywhere below says about the store, if it came from SQLite and people can mend it. */
    public static Optional<StoreUnusable> explain(Path file, Throwable error) {
        for (Throwable cause = error; cause != null; cause = deeper(cause)) {
            if (cause instanceof StoreUnusable known) {
                return Optional.of(known);
            }
            if (cause instanceof SQLException sql) {
                return sentence(file, sql.getErrorCode()).map(words -> new StoreUnusable(words, error));
            }
        }
        return Optional.empty();
    }

    /** SQLite rolls back by itself when the disk is full; Spring's own rollback then fails and hides the first error. */
    private static @Nullable Throwable deeper(Throwable error) {
        return error instanceof TransactionSystemException failed ? failed.getOriginalException() : error.getCause();
    }

    /** In words; the codes are SQLite's primary result codes, https://www.sqlite.org/rescode.html. */
    private static Optional<String> sentence(Path file, int code) {
        return Optional.ofNullable(
                        switch (code & 0xff) {
                            case 5, 6 -> "is locked by another program; close it and start again";
                            case 8 -> "is read-only; give this user the right to write it and its folder";
                            case 10 -> "cannot be read or written: the disk reports an error; look at the disk";
                            case 11 -> "is damaged; put the last backup in its place";
                            case 13 ->
                                "cannot grow: the disk is full; free some space and start again, nothing is lost";
                            case 14 -> "cannot be opened; give this user the right to write the folder";
                            case 26 -> "is not a Briefcast store; name another file";
                            default -> null;
                        })
                .map(words -> "The store %s %s.".formatted(file, words));
    }
}
