package io.briefcast.pipeline;

import io.briefcast.message.Message;
import io.briefcast.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Picks and words one audience's brief. */
public interface BriefWriter {
    /** The brief of a local date; on a day without good insights a message that says so. */
    Written write(Subscription subscription, LocalDate day, Instant now);

    /**
     * A brief in words.
     *
     * @param insightIds what it shows, so that it is never shown to this audience again
     */
    record Written(Message message, List<String> insightIds) {
        public Written {
            insightIds = List.copyOf(insightIds);
        }
    }
}
