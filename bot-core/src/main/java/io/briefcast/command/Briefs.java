package io.briefcast.command;

import io.briefcast.insight.Insight;
import io.briefcast.message.Message;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;

/** What an audience is or would be told; asking changes nothing. */
public interface Briefs {
    /**
     * The brief of a local date: as it was sent, else as it would be picked now; for an earlier date as it would have
     * been picked at its end.
     */
    Message brief(Subscription subscription, LocalDate day, Instant now);

    /** What the signals say about an insight for this audience. */
    RankedInsight judge(Subscription subscription, Insight insight, Instant now);
}
