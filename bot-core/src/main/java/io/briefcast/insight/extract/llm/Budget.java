package io.briefcast.insight.extract.llm;

import io.briefcast.LlmSettings;
import io.briefcast.insight.extract.llm.Spending.Spent;
import io.briefcast.insight.extract.llm.Spending.Total;
import java.util.Locale;
import java.util.Optional;

/**
 * How many tokens a day may cost: in all, for one show, for one episode.
 *
 * @param episode most for one episode
 * @param show most for one show
 * @param day most in all
 */
record Budget(long episode, long show, long day) {
    static Budget of(LlmSettings settings) {
        return new Budget(settings.tokensPerEpisode(), settings.tokensPerShow(), settings.tokensPerDay());
    }

    /** Why a call that costs so much may not be made. */
    Optional<String> refusal(Spent spent, long cost) {
        if (spent.all() + cost > day) {
            return Optional.of("the model's tokens of the day are used up");
        }
        if (spent.show() + cost > show) {
            return Optional.of("the show's tokens of the day are used up");
        }
        return spent.episode() + cost > episode
                ? Optional.of("the episode's tokens of the day are used up")
                : Optional.empty();
    }

    /**
     * What so many more episodes would cost, by what others did; empty where none did.
     *
     * @param today what was booked today
     * @param before what was booked in some days before
     */
    Optional<String> cost(int more, Total today, Total before) {
        int episodes = today.episodes() + before.episodes();
        if (episodes == 0) {
            return Optional.empty();
        }
        long needed = more * Math.max(1, (today.tokens() + before.tokens()) / episodes);
        long left = Math.max(0, day - today.tokens());
        return Optional.of(String.format(
                        Locale.ROOT, "about %,d tokens are needed, and %,d of %,d are left today", needed, left, day)
                + (needed > left ? "; what they are not enough for stays as it is" : ""));
    }

    /**
     * What to expect of today.
     *
     * @param today what was booked today
     * @param before what was booked in the {@code days} days before
     */
    String forecast(Total today, Total before, int days) {
        String used = String.format(Locale.ROOT, "%,d of %,d tokens used today", today.tokens(), day);
        int episodes = today.episodes() + before.episodes();
        if (episodes == 0) {
            return used + "; what an episode takes is not known yet";
        }
        long each = Math.max(1, (today.tokens() + before.tokens()) / episodes);
        long expected = Math.max(today.tokens(), before.tokens() / days);
        return used
                + String.format(
                        Locale.ROOT,
                        "; an episode takes about %,d, so %,d more fit; %s",
                        each,
                        Math.max(0, day - today.tokens()) / each,
                        expected > day
                                ? String.format(Locale.ROOT, "a day like the last %d would need %,d", days, expected)
                                : String.format(Locale.ROOT, "about %,d are expected by midnight UTC", expected));
    }
}
