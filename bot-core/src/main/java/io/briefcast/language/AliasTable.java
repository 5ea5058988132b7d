package io.briefcast.language;

import io.briefcast.language.Aliases.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The aliases in a file that somebody edits, one thing a line:
 *
 * <pre>
 * # the name that is shown = its other names, with commas between
 * OpenAI = Open AI, ChatGPT's maker
 * </pre>
 *
 * Read again as soon as it changes. A line that cannot be read costs that line only, and is told with its number. Safe for
 * many threads.
 */
public final class AliasTable implements Supplier<Aliases> {
    private static final Logger LOG = LoggerFactory.getLogger(AliasTable.class);

    /** Nobody writes more by hand. */
    private static final long MOST_BYTES = 1 << 20;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 20;

    private final Path file;
    private final boolean required;
    private Read latest = Read.NOTHING;

    private AliasTable(Path file, boolean required) {
        this.file = file;
        this.required = required;
    }

    /** The table in a file that has to be there. */
    public static AliasTable in(Path file) {
        return new AliasTable(file, true);
    }

    /** The table in a file that need not be there. */
    public static AliasTable ifThere(Path file) {
        return new AliasTable(file, false);
    }

    /** As the file is now. */
    @Override
    public Aliases get() {
        return now().aliases();
    }

    /** What is wrong with it and what to do, a sentence a line that could not be read. */
    public List<String> problems() {
        return now().problems();
    }

    private synchronized Read now() {
        Stamp stamp = stamp();
        if (!stamp.equals(latest.stamp())) {
            latest = read(stamp);
            latest.problems().forEach(LOG::warn);
        }
        return latest;
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return Stamp.MISSING;
        }
    }

    private Read read(Stamp stamp) {
        if (stamp.equals(Stamp.MISSING) && !required) {
            return new Read(stamp, Aliases.NONE, List.of());
        }
        if (stamp.size() > MOST_BYTES) {
            return unreadable(stamp, "is larger than 1 MB; make it smaller");
        }
        try {
            return Lines.read(stamp, file.getFileName().toString(), Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return unreadable(stamp, "is not there; make it, or leave briefcast.topics.aliases out");
        } catch (IOException e) {
            return unreadable(stamp, "cannot be read; it has to be a text file in UTF-8");
        }
    }

    private Read unreadable(Stamp stamp, String why) {
        return new Read(stamp, Aliases.NONE, List.of("The aliases' file %s %s.".formatted(file, why)));
    }

    /** By which a change is noticed. */
    private record Stamp(FileTime changed, long size) {
        static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1);
        static final Stamp UNREAD = new Stamp(FileTime.fromMillis(0), -2);
    }

    private record Read(Stamp stamp, Aliases aliases, List<String> problems) {
        static final Read NOTHING = new Read(Stamp.UNREAD, Aliases.NONE, List.of());
    }

    /** The lines of one reading. */
    private static final class Lines {
        private final String name;
        private final List<Names> all = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<String> problems = new ArrayList<>();

        private Lines(String name) {
            this.name = name;
        }

        static Read read(Stamp stamp, String name, List<String> text) {
            Lines lines = new Lines(name);
            for (int i = 0; i < text.size(); i++) {
                String line = text.get(i).replace("\uFEFF", "").strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    lines.add(line, i + 1);
                }
            }
            return new Read(stamp, Aliases.of(lines.all), List.copyOf(lines.problems));
        }

        private void add(String line, int number) {
            int sign = line.indexOf('=');
            if (sign < 0) {
                tell(number, "there is no = in it; write the name that is shown, =, and the others");
                return;
            }
            List<String> names = names(line.substring(0, sign), line.substring(sign + 1));
            if (names.getFirst().isEmpty()) {
                tell(number, "there is no name before the =; write the one that is shown");
            } else if (names.size() < 2) {
                tell(number, "there is no name after the =; write the other names, with commas between");
            } else if (names.size() > MOST_NAMES || names.stream().anyMatch(one -> one.length() > LONGEST_NAME)) {
                tell(number, "names have at most 100 characters, and a thing has at most 20; make it shorter");
            } else {
                keep(names, number);
            }
        }

        private static List<String> names(String shown, String others) {
            List<String> names = new ArrayList<>(List.of(shown.strip()));
            Arrays.stream(others.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
            return names;
        }

        /** A name means one thing: where an earlier line has it, that line keeps it. */
        private void keep(List<String> names, int number) {
            List<String> kept =
                    names.stream().filter(name -> isFree(name, number)).toList();
            if (kept.size() > 1 && kept.getFirst().equals(names.getFirst())) {
                all.add(new Names(kept));
            }
        }

        private boolean isFree(String name, int number) {
            String key = Spelling.key(name);
            if (key.isEmpty()) {
                tell(number, "'%s' has no letters; take it out".formatted(name));
                return false;
            }
            int line = lines.computeIfAbsent(key, first -> number);
            if (line != number) {
                tell(
                        number,
                        "'%s' is in line %d already; put all names of one thing in one line".formatted(name, line));
            }
            return line == number;
        }

        private void tell(int number, String what) {
            problems.add("%s, line %d: %s.".formatted(name, number, what));
        }
    }
}
