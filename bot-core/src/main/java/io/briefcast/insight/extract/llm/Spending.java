package io.briefcast.insight.extract.llm;

import java.time.LocalDate;
import java.util.Map;

/** What models cost, in tokens, by day of UTC. */
public interface Spending {
    /** What was booked on a day so far. */
    Spent spent(LocalDate day, String showId, String episodeId);

    /** Books tokens before a call is made, so that a crash cannot lose them; gives the booking's id. */
    String book(LocalDate day, String showId, String episodeId, long tokens);

    /** Sets what the call did cost. */
    void settle(String booking, long tokens);

    /** Notes that an episode was read without the model, and why. */
    void withoutModel(LocalDate day, String showId, String episodeId, String why);

    /** What was booked from a day to another, both included. */
    Total total(LocalDate from, LocalDate to);

    /** How many episodes of a day were read without the model, by reason. */
    Map<String, Integer> withoutModel(LocalDate day);

    /** Tokens of one episode, of its show and of all, on one day. */
    record Spent(long episode, long show, long all) {}

    /**
     * A sum.
     *
     * @param episodes how many episodes cost something
     */
    record Total(long tokens, int episodes) {}
}
