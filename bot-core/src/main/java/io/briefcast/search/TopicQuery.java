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
    /** Of any kind. */
    public TopicQuery(
            String text,
            Optional<String> showId,
            Optional<String> speaker,
            Optional<Instant> from,
            Optional<Instant> to,
            int page,
            int pageSize,
            Followed within) {
        this(text, showId, speaker, from, to, page, pageSize, within, Optional.empty());
    }

    /** Whoever said it, in every show there is. */
    public TopicQuery(
            String text,
            Optional<String> showId,
            Optional<Instant> from,
            Optional<Instant> to,
            int page,
            int pageSize) {
        this(text, showId, Optional.empty(), from, to, page, pageSize);
    }

    /** In every show there is. */
    public TopicQuery(
            String text,
            Optional<String> showId,
            Optional<String> speaker,
            Optional<Instant> from,
            Optional<Instant> to,
            int page,
            int pageSize) {
        this(text, showId, speaker, from, to, page, pageSize, Followed.EVERYTHING);
    }

    /** The same in these shows only. */
    public TopicQuery within(Followed followed) {
        return new TopicQuery(text, showId, speaker, from, to, page, pageSize, followed, kind);
    }

    /** The first ten on a topic. */
    public static TopicQuery on(String text) {
        return new TopicQuery(text, Optional.empty(), Optional.empty(), Optional.empty(), 0, 10);
    }

    /** The first page of it. */
    TopicQuery first() {
        return new TopicQuery(text, showId, speaker, from, to, 0, pageSize, within, kind);
    }
}
