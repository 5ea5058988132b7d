package io.briefcast.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant by a command that does not exist. */
final class NearMiss {
    private static final int SUGGESTED = 3;

    /** A word of three letters may have one wrong, one of nine three. */
    private static final int LETTERS_A_MISTAKE = 3;

    private static final int TOO_MANY = Integer.MAX_VALUE;

    private final List<String> paths;
    private final List<String> words;

    /**
     * A line that is no command.
     *
     * @param line without its slash
     */
    NearMiss(List<String> paths, String line) {
        this.paths = List.copyOf(paths);
        this.words = List.of(line.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /** Whether the line is the beginning of commands, such as {@code briefcast shows}. */
    boolean isGroup() {
        return group().equals(String.join(" ", words));
    }

    /** The longest beginning of the line with which commands begin; empty when none do. */
    String group() {
        for (int length = words.size(); length > 0; length--) {
            String start = String.join(" ", words.subList(0, length));
            if (paths.stream().anyMatch(path -> path.startsWith(start + " "))) {
                return start;
            }
        }
        return "";
    }

    /** The commands that begin like the line; all where none do. */
    List<String> beginningAlike() {
        String group = group();
        return paths.stream()
                .filter(path -> group.isEmpty() || path.startsWith(group + " "))
                .toList();
    }

    /** The commands that differ from the line by few letters, nearest first. */
    List<String> nearest() {
        return beginningAlike().stream()
                .filter(path -> mistakes(path) < TOO_MANY)
                .sorted(Comparator.comparingInt(this::mistakes).thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTED)
                .toList();
    }

    /** Letters to change until the line begins with the path or, where it begins like none, with the path's last words. */
    private int mistakes(String path) {
        int own = path.length() - group().length();
        int whole = allowed(path, own);
        return group().isEmpty() ? Math.min(whole, allowed(path.substring(path.indexOf(' ') + 1), own)) : whole;
    }

    private int allowed(String path, int letters) {
        int mistakes = Nearest.distance(beginning(path), path);
        return mistakes <= Math.min(letters, path.length()) / LETTERS_A_MISTAKE ? mistakes : TOO_MANY;
    }

    private String beginning(String like) {
        long length = Arrays.stream(like.split(" ", -1)).count();
        return words.stream().limit(length).collect(Collectors.joining(" "));
    }
}
