package io.briefcast.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A data folder for commands that need the program's parts but nobody's data: another process may be serving. */
record EmptyFolder(Path path) implements AutoCloseable {
    static EmptyFolder make() {
        try {
            return new EmptyFolder(Files.createTempDirectory("briefcast"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for temporary files", e);
        }
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder cannot be deleted: " + path, e);
        }
    }
}
