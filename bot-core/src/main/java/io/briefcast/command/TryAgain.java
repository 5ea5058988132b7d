package io.briefcast.command;

import io.briefcast.message.Action;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import java.util.List;
import java.util.Locale;

/** The buttons under what is said of stopped feeds. */
public final class TryAgain {
    /** What the button's action begins with. */
    public static final String VERB = "again";

    /** A message has room for no more. */
    private static final int MOST = 5;

    /** Labels have 30 characters, ten of them ours. */
    private static final int TITLE = 20;

    private TryAgain() {}

    /** One for each show, the first five, in a reader's language. */
    public static List<Action> buttons(List<Show> stopped, Locale language) {
        return stopped.stream()
                .limit(MOST)
                .map(show -> Action.press(
                        VERB + ":" + show.id(),
                        (stopped.size() == 1 ? Phrase.of("Try again") : Phrase.of("Try %s again", cut(show.title())))
                                .in(language)))
                .toList();
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
