package io.briefcast.search;

import io.briefcast.insight.Insight.Kind;
import io.briefcast.podcast.Followed;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to know.
 *
 * @param text as typed; cut to 300 characters by the index
 * @param showId only this show
 * @param speaker only what this person said, by the name that the transcript gives; case does not matter
 * @param from published at or after
 * @param to published before
 * @param page 0 for the first
 * @param pageSize results a page, 1 to 50
 * @param within only these shows
 * @param kind only insights of this kind
 */
public record TopicQuery(
        String text,
        Optional<String> showId,
        Optional<String> speaker,
        Optional<Instant> from,
        Optional<Instant> to,
        int page,
        int pageSize,
        Followed within,
        Optional<Kind> kind) {
    /** The first ten on a topic: of any kind, whoever said it, in every show there is. */
    public static TopicQuery on(String text) {
        return new TopicQuery(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                10,
                Followed.EVERYTHING,
                Optional.empty());
    }

    /** The same in one show only, if one is named. */
    public TopicQuery in(Optional<String> show) {
        return new TopicQuery(text, show, speaker, from, to, page, pageSize, within, kind);
    }

    /** The same by one person only, if one is named. */
    public TopicQuery by(Optional<String> person) {
        return new TopicQuery(text, showId, person, from, to, page, pageSize, within, kind);
    }

    /** The same of this time only, as far as it is bounded. */
    public TopicQuery between(Optional<Instant> start, Optional<Instant> end) {
        return new TopicQuery(text, showId, speaker, start, end, page, pageSize, within, kind);
    }

    /** Another page of it: 0 for the first. */
    public TopicQuery page(int number, int size) {
        return new TopicQuery(text, showId, speaker, from, to, number, size, within, kind);
    }

    /** The same in these shows only. */
    public TopicQuery within(Followed followed) {
        return new TopicQuery(text, showId, speaker, from, to, page, pageSize, followed, kind);
    }

    /** The first page of it. */
    TopicQuery first() {
        return page(0, pageSize);
    }
}
