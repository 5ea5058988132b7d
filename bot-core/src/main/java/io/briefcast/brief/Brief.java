package io.briefcast.brief;

import io.briefcast.ranking.RankedInsight;
import java.time.LocalDate;
import java.util.List;

/**
 * The picks of one local date for one audience.
 *
 * @param wanted how many the audience asked for; {@code items} may be fewer on a thin day
 * @param considered how many insights of the day were looked at
 * @param episodes from how many episodes they came
 */
public record Brief(LocalDate day, List<RankedInsight> items, int wanted, int considered, int episodes) {
    public Brief {
        items = List.copyOf(items);
    }
}
