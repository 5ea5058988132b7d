package io.briefcast.app.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the judgements of people are.
 *
 * @param folder one folder a task
 * @param transcripts one folder a show, with the episodes that some of the labels are about
 */
public record Labels(Path folder, Optional<Path> transcripts) {
    boolean has(String task) {
        return Files.isDirectory(folder.resolve(task));
    }

    boolean has(String task, String name) {
        return Files.isRegularFile(folder.resolve(task).resolve(name));
    }

    /** Text of a file of a task. */
    String text(String task, String name) {
        return read(folder.resolve(task).resolve(name));
    }

    /** Files of a task's folder, or of a folder in it, by name; none where there is no such folder. */
    List<Path> files(String task, String inner) {
        return list(folder.resolve(task).resolve(inner));
    }

    /** Transcripts of a show, by name; none where there are none. */
    List<Path> transcripts(String show) {
        return transcripts.map(path -> list(path.resolve(show))).orElse(List.of());
    }

    /** Transcripts of all shows, by show and name. */
    List<Path> allTranscripts() {
        return transcripts.stream()
                .flatMap(path -> folders(path).stream())
                .flatMap(show -> list(show).stream())
                .toList();
    }

    private static List<Path> folders(Path folder) {
        return children(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) {
        return children(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed".formatted(folder), e);
        }
    }

    static String read(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
