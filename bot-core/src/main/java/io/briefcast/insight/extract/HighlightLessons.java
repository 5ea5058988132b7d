package io.briefcast.insight.extract;

import io.briefcast.insight.ColdOpens;
import java.util.List;

/** Learns the {@link HighlightPrior} anew when there is a tenth more to learn from. */
final class HighlightLessons {
    private static final double MORE = 1.1;

    private final ColdOpens coldOpens;
    private int learntFrom;
    private volatile HighlightPrior prior = HighlightPrior.NONE;

    HighlightLessons(ColdOpens coldOpens) {
        this.coldOpens = coldOpens;
    }

    synchronized HighlightPrior prior() {
        int known = coldOpens.clips();
        if (known < HighlightPrior.ENOUGH) {
            learntFrom = 0;
            prior = HighlightPrior.NONE;
        } else if (learntFrom == 0 || known >= MORE * learntFrom) {
            prior = HighlightPrior.from(coldOpens.newest(HighlightPrior.MOST));
            learntFrom = known;
        }
        return prior;
    }

    /** Never learns: whoever asks waits for no model. */
    List<String> report() {
        return prior.report(coldOpens.clips());
    }
}
