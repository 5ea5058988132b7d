package io.briefcast.transcript.source.speech;

import io.briefcast.SpeechSettings;
import io.briefcast.transcript.source.speech.SpeechLedger.Spent;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How many minutes are listened to: of one episode, and a day of one show and in all.
 *
 * @param episode longest episode
 * @param show most a day of one show
 * @param day most a day in all
 */
record Minutes(long episode, long show, long day) {
    private static final int MINUTE = 60;

    static Minutes of(SpeechSettings settings) {
        return new Minutes(settings.minutesPerEpisode(), settings.minutesPerShow(), settings.minutesPerDay());
    }

    /** Why an episode of this length is never listened to. */
    Optional<String> tooLong(Duration episodeLength) {
        long most = Math.min(episode, Math.min(show, day));
        return episodeLength.toSeconds() > most * MINUTE
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "it takes %,d minutes, and no more than %,d of an episode are listened to",
                        episodeLength.plusSeconds(MINUTE - 1).toMinutes(),
                        most))
                : Optional.empty();
    }

    /** Why so much more cannot be listened to today. */
    Optional<String> refusal(Spent spent, Duration more) {
        if (spent.all() + more.toSeconds() > day * MINUTE) {
            return Optional.of("the minutes of the day are used up");
        }
        return spent.show() + more.toSeconds() > show * MINUTE
                ? Optional.of("the show's minutes of the day are used up")
                : Optional.empty();
    }

    /** What was used of the day's. */
    String used(Spent spent) {
        return String.format(
                Locale.ROOT, "%,d of %,d minutes listened to today", (spent.all() + MINUTE - 1) / MINUTE, day);
    }
}
