package io.briefcast.brief;

import io.briefcast.insight.Insight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What each audience was already sent. */
public interface SeenInsights {
    /** Insights sent to the audience at or after {@code since}, with their embeddings. */
    List<Insight> seen(String audienceId, Instant since);

    /** Remembers that they are part of the audience's brief of that day. */
    void mark(String audienceId, LocalDate day, Collection<String> insightIds, Instant now);

    /** Takes back what was marked as part of the audience's brief of that day: it never arrived. */
    void unmark(String audienceId, LocalDate day);

    /** Forgets what an audience was sent. */
    void forget(String audienceId);
}
