package io.briefcast;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who writes down episodes without a transcript, and how much of them. Without an address nobody does, and no audio is
 * fetched.
 *
 * @param baseUrl what stands before {@code /audio/transcriptions} of a server that speaks OpenAI's interface; setting it
 *     sends audio there
 * @param model the model's name as the server knows it
 * @param apiKey the server's key; most of one's own need none
 * @param language code of the language that is spoken, such as {@code en}; empty lets the server find out
 * @param timeout longest time for one piece of up to 15 minutes, 1s to 2h
 * @param pieceSize most bytes of one upload; OpenAI takes 25 MB
 * @param audioSize most bytes of one episode's audio
 * @param minutesPerEpisode longest episode that is written down
 * @param minutesPerShow most minutes a day for all episodes of one show
 * @param minutesPerDay most minutes a day in all; days are those of UTC
 * @param atOnce how many episodes are listened to at once, 1 to 16
 */
@ConfigurationProperties(prefix = "briefcast.speech", ignoreUnknownFields = false)
public record SpeechSettings(
        Optional<URI> baseUrl,
        @DefaultValue("whisper-1") String model,
        Optional<Secret> apiKey,
        @DefaultValue("") String language,
        @DefaultValue("15m") Duration timeout,
        @DefaultValue("24MB") DataSize pieceSize,
        @DefaultValue("300MB") DataSize audioSize,
        @DefaultValue("180") long minutesPerEpisode,
        @DefaultValue("240") long minutesPerShow,
        @DefaultValue("600") long minutesPerDay,
        @DefaultValue("1") int atOnce) {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final DataSize MOST = DataSize.ofGigabytes(1);
    private static final Pattern LANGUAGE = Pattern.compile("(?:[a-z]{2,3})?");

    public SpeechSettings {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "briefcast.speech.timeout is %s; allowed is 1s to 2h".formatted(timeout));
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "briefcast.speech.language is %s; allowed is a code of two or three letters such as en, or nothing"
                            .formatted(language));
        }
        requireSize("piece-size", pieceSize);
        requireSize("audio-size", audioSize);
        if (minutesPerEpisode < 0 || minutesPerShow < 0 || minutesPerDay < 0) {
            throw new IllegalArgumentException(
                    "briefcast.speech.minutes-per-episode, minutes-per-show and minutes-per-day are"
                            + " %d, %d and %d; allowed is 0 or more"
                                    .formatted(minutesPerEpisode, minutesPerShow, minutesPerDay));
        }
        if (atOnce < 1 || atOnce > 16) {
            throw new IllegalArgumentException("briefcast.speech.at-once is %d; allowed is 1 to 16".formatted(atOnce));
        }
    }

    private static void requireSize(String name, DataSize size) {
        if (size.compareTo(DataSize.ofKilobytes(1)) < 0 || size.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "briefcast.speech.%s is %s; allowed is 1KB to 1GB".formatted(name, size));
        }
    }
}
