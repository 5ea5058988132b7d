package io.briefcast.command;

import io.briefcast.command.CommandCatalogue.Typed;
import io.briefcast.command.CommandSpec.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Completes what somebody is typing behind a slash: first the command, then its options and their values. */
public final class Completion {
    /** More than a screenful helps nobody, and Discord allows 25. */
    private static final int LIMIT = 12;

    private final CommandCatalogue catalogue;
    private final Vocabulary vocabulary;

    public Completion(CommandCatalogue catalogue, Vocabulary vocabulary) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
    }

    /**
     * One way to go on.
     *
     * @param line the whole line without its slash once this is taken
     * @param label what is offered
     * @param hint what it means
     */
    public record Suggestion(String line, String label, String hint) {}

    /** Ways to go on from a line without its slash; at most twelve. */
    public List<Suggestion> complete(String line, Asker asker) {
        Optional<Typed> typed = catalogue.read(line);
        boolean behindPath = typed.isPresent()
                && line.stripLeading().length()
                        > typed.get().command().spec().path().length();
        List<Suggestion> commands = commands(line);
        if (!behindPath || (!commands.isEmpty() && typed.get().rest().isEmpty())) {
            return commands;
        }
        List<Suggestion> all = new ArrayList<>(commands);
        all.addAll(options(typed.get(), line, asker));
        return all.subList(0, Math.min(LIMIT, all.size()));
    }

    /** Values of one option, for platforms with native options. */
    public List<String> values(String path, String option, String typed, Asker asker, int limit) {
        return catalogue
                .find(path)
                .flatMap(command -> command.spec().option(option))
                .map(found -> values(found, typed, asker, limit))
                .orElse(List.of());
    }

    private List<String> values(Option option, String typed, Asker asker, int limit) {
        if (option.choices().isEmpty()) {
            return vocabulary.matching(option.kind(), typed, asker, limit);
        }
        String start = typed.toLowerCase(Locale.ROOT);
        return option.choices().stream()
                .filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(start))
                .limit(limit)
                .toList();
    }

    private List<Suggestion> commands(String line) {
        String start = line.stripLeading().toLowerCase(Locale.ROOT);
        return catalogue.specs().stream()
                .filter(spec -> spec.path().startsWith(start) && !spec.path().equals(start.strip()))
                .limit(LIMIT)
                .map(spec -> new Suggestion(spec.path() + " ", spec.usage(), spec.summary()))
                .toList();
    }

    private List<Suggestion> options(Typed typed, String line, Asker asker) {
        CommandSpec spec = typed.command().spec();
        int lastSpace = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\n'));
        String word = line.substring(lastSpace + 1);
        String before = line.substring(0, lastSpace + 1);
        int colon = word.indexOf(':');
        Optional<Option> named = colon < 0
                ? Optional.empty()
                : spec.option(word.substring(0, colon).toLowerCase(Locale.ROOT));
        if (named.isPresent()) {
            String typedValue = word.substring(colon + 1);
            return values(named.get(), typedValue, asker, LIMIT).stream()
                    .map(value -> suggestion(before + named.get().name() + ":" + quoted(value), value, named.get()))
                    .toList();
        }
        List<Suggestion> all = new ArrayList<>(firstOption(typed, asker));
        spec.options().stream()
                .skip(1)
                .filter(option -> option.name().startsWith(word.toLowerCase(Locale.ROOT)))
                .filter(option -> !before.contains(" " + option.name() + ":"))
                .map(option -> new Suggestion(before + option.name() + ":", option.name() + ":", option.summary()))
                .forEach(all::add);
        return all;
    }

    private List<Suggestion> firstOption(Typed typed, Asker asker) {
        CommandSpec spec = typed.command().spec();
        if (spec.options().isEmpty() || typed.rest().contains(":")) {
            return List.of();
        }
        Option first = spec.options().getFirst();
        return values(first, typed.rest(), asker, LIMIT / 2).stream()
                .map(value -> suggestion(spec.path() + " " + value + " ", value, first))
                .toList();
    }

    private static Suggestion suggestion(String line, String value, Option option) {
        return new Suggestion(line, value, option.summary());
    }

    private static String quoted(String value) {
        return value.contains(" ") ? "\"" + value.replace("\"", "") + "\" " : value + " ";
    }
}
