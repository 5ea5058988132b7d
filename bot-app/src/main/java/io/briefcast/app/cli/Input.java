package io.briefcast.app.cli;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command line names: a file or an address, read as bytes or refused with a sentence. */
sealed interface Input {
    /** The content, with the address that relative links in it belong to. */
    record Content(byte[] bytes, Optional<String> contentType, URI base) implements Input {}

    /** Why there is no content. */
    record Missing(String sentence) implements Input {}

    /** Most bytes that are read from a file or an address. */
    int MAX_BYTES = 30 * 1024 * 1024;

    /** Reads a source; the fetcher is only made when the source is an address. */
    static Input read(String source, Supplier<HttpFetcher> fetcher) {
        return source.contains("://") ? fetch(source, fetcher.get()) : open(source);
    }

    private static Input fetch(String address, HttpFetcher fetcher) {
        return switch (fetcher.fetch(FetchRequest.of(address, MAX_BYTES))) {
            case Fetched.Body body -> new Content(body.bytes(), body.contentType(), body.address());
            case Fetched.Refused refused -> new Missing(refused.sentence());
            case Fetched.Throttled ignored -> new Missing("The server asks to come back later; try again then.");
            case Fetched.NotModified ignored ->
                new Missing("The server answered 304 to a request that allowed no 304.");
        };
    }

    private static Input open(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                return new Missing("'%s' is a folder; name the files in it, for example %s/*".formatted(name, name));
            }
            if (Files.size(file) > MAX_BYTES) {
                return new Missing("'%s' is larger than %d MB.".formatted(name, MAX_BYTES >> 20));
            }
            return new Content(Files.readAllBytes(file), Optional.empty(), file.toUri());
        } catch (NoSuchFileException | InvalidPathException e) {
            return new Missing("There is no file '%s'; an address starts with http:// or https://.".formatted(name));
        } catch (IOException e) {
            return new Missing("'%s' cannot be read; check who may read it.".formatted(name));
        }
    }
}
