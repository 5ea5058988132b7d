package io.briefcast.command;

import io.briefcast.message.Action;
import io.briefcast.podcast.Show;
import java.util.List;

/** The buttons under what is said of stopped feeds. */
public final class TryAgain {
    /** What the button's action begins with. */
    public static final String VERB = "again";

    /** A message has room for no more. */
    private static final int MOST = 5;

    /** Labels have 30 characters, ten of them ours. */
    private static final int TITLE = 20;

    private TryAgain() {}

    /** One for each show, the first five. */
    public static List<Action> buttons(List<Show> stopped) {
        return stopped.stream()
                .limit(MOST)
                .map(show -> Action.press(
                        VERB + ":" + show.id(),
                        stopped.size() == 1 ? "Try again" : "Try %s again".formatted(cut(show.title()))))
                .toList();
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
