package io.briefcast.transcript.source.speech;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import io.briefcast.podcast.Ids;
import io.briefcast.transcript.TranscriptSource.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Audio on its way to the server. A file stays until its episode is written down, so that the pieces after a crash are
 * those before it, even where every download gets other advertising.
 */
final class AudioFolder {
    /** Much less than a line of one's own, much more than a slow one needs for an hour of speech. */
    private static final Duration DEADLINE = Duration.ofMinutes(20);

    /** An episode is waited for one day. */
    private static final Duration KEPT = Duration.ofDays(2);

    private static final String PARTIAL = ".part";

    private final Path folder;
    private final HttpFetcher fetcher;
    private final long maxBytes;

    AudioFolder(Path folder, HttpFetcher fetcher, long maxBytes) {
        this.folder = folder;
        this.fetcher = fetcher;
        this.maxBytes = maxBytes;
    }

    /** A file, or why there is none. */
    record Audio(Optional<Path> file, Search otherwise) {}

    /**
     * The audio at an address, from here or from there.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    Audio get(URI address) {
        Path file = file(address);
        if (Files.isRegularFile(file)) {
            return here(file);
        }
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
        try {
            Files.createDirectories(folder);
            Fetched fetched =
                    fetcher.fetch(FetchRequest.of(address.toString(), maxBytes).into(partial, DEADLINE));
            if (!(fetched instanceof Fetched.Body)) {
                return new Audio(Optional.empty(), otherwise(fetched));
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            return here(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(partial);
        }
    }

    private static Audio here(Path file) {
        return new Audio(Optional.of(file), new Search.Nothing(""));
    }

    private static Search otherwise(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Throttled busy -> new Search.Later("the server of the audio asks to come back later");
            case Fetched.Refused refused -> {
                String why = "its audio: " + refused.sentence();
                yield refused.isPassing() ? new Search.Later(why) : new Search.Nothing(why);
            }
            default -> new Search.Nothing("the server of the audio says that nothing changed");
        };
    }

    /** The audio at this address is not needed any more. */
    void forget(URI address) {
        delete(file(address));
    }

    /** Removes what nobody came back for. */
    void tidy(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isOld(file, now)).forEach(AudioFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOld(Path file, Instant now) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT));
        } catch (IOException e) {
            // gone meanwhile
            return false;
        }
    }

    private Path file(URI address) {
        return folder.resolve(Ids.of(address.toString()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
