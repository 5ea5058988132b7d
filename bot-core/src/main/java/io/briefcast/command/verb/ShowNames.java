package io.briefcast.command.verb;

import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Nearest;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the show that somebody means. */
final class ShowNames {
    private static final int SUGGESTED = 3;

    private ShowNames() {}

    /** By its whole title or its id. */
    static Optional<Show> exactly(String typed, List<Show> followed) {
        String name = typed.strip();
        return followed.stream()
                .filter(show -> show.title().equalsIgnoreCase(name) || show.id().equals(name))
                .findFirst();
    }

    /** By its title, or by any part of it that only one show has. */
    static Show find(String typed, List<Show> followed, String example) throws InvalidCommand {
        Optional<Show> exact = exactly(typed, followed);
        if (exact.isPresent()) {
            return exact.get();
        }
        String part = typed.strip().toLowerCase(Locale.ROOT);
        List<Show> holding = followed.stream()
                .filter(show -> show.title().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        if (holding.size() == 1) {
            return holding.getFirst();
        }
        throw holding.isEmpty() ? unknown(typed, followed, example) : ambiguous(typed, holding, example);
    }

    private static InvalidCommand ambiguous(String typed, List<Show> holding, String example) {
        return new InvalidCommand(
                Phrase.of("'%s' could be %d shows.", InvalidCommand.echo(typed), holding.size()),
                Phrase.of(
                        "Say which: %s.",
                        Phrase.or(holding.stream()
                                .map(Show::title)
                                .limit(SUGGESTED)
                                .toList())),
                example);
    }

    private static InvalidCommand unknown(String typed, List<Show> followed, String example) {
        List<String> titles = followed.stream().map(Show::title).toList();
        List<String> near = Nearest.to(typed, titles, SUGGESTED);
        return new InvalidCommand(
                Phrase.of("No show called '%s' is followed.", InvalidCommand.echo(typed)),
                near.isEmpty()
                        ? Phrase.of("/briefcast shows list names them; /briefcast shows add follows another.")
                        : Phrase.of("Did you mean %s?", Phrase.or(near)),
                example);
    }
}
