package io.briefcast.search;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.stream.Stream;

/** The search index cannot be read or written; the message is a sentence for the operator that says what to do. */
public final class IndexUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private IndexUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What an error below says about the index in a place, a folder or memory. */
    static IndexUnusable of(String place, Throwable error) {
        // a lock that could not be made hides the reason in what it suppressed
        String words = Stream.concat(Stream.of(error), Stream.of(error.getSuppressed()))
                .map(IndexUnusable::remedy)
                .filter(remedy -> !remedy.isEmpty())
                .findFirst()
                .orElse("cannot be read or written: " + error.getMessage());
        return new IndexUnusable("The search index in %s %s.".formatted(place, words), error);
    }

    /** Empty for what people are better told in the words of the system. */
    private static String remedy(Throwable error) {
        return switch (error) {
            case FileAlreadyExistsException taken ->
                "cannot be made: the file %s is in the way; move it away and start again".formatted(taken.getFile());
            case NotDirectoryException taken ->
                "cannot be made: the file %s is in the way; move it away and start again".formatted(taken.getFile());
            case AccessDeniedException denied -> rights(denied);
            case IOException failed -> remedy(failed, String.valueOf(failed.getMessage()));
            default -> "";
        };
    }

    /** By the words of Linux, macOS and Windows: Java has no types for these. */
    private static String remedy(IOException failed, String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (failed instanceof FileSystemException refused && words.contains("read-only")) {
            return rights(refused);
        }
        boolean full = Stream.of("no space left", "quota exceeded", "not enough space", "file too large")
                .anyMatch(words::contains);
        return full ? "cannot grow: the disk is full; free some space, nothing is lost" : "";
    }

    private static String rights(FileSystemException denied) {
        return "cannot be written: give this user the right to write %s".formatted(denied.getFile());
    }
}
