package io.briefcast.insight;

import java.util.List;
import java.util.Map;

/** Knows how what others say relates to a claim. */
public interface Relations {
    /** Nobody knows. */
    Relations UNKNOWN = (claim, others) -> Map.of();

    /** How another claim relates to one; the most important first. */
    enum Relation {
        /** Both cannot be true. */
        CONTRADICTS,
        /** It adds something to the same matter. */
        EXTENDS,
        /** It says the same, or gives a reason for it. */
        SUPPORTS
    }

    /** By the others' ids; what is not known, or not known in time, is left out. */
    Map<String, Relation> of(Insight claim, List<Insight> others);
}
