package io.briefcast.transcript.source.speech;

import java.time.LocalDate;

/** How much was listened to, in seconds of audio, by day of UTC. */
public interface SpeechLedger {
    /** What was booked on a day so far. */
    Spent spent(LocalDate day, String showId, String episodeId);

    /** Books seconds before audio is sent, so that a crash cannot lose them; gives the booking's id. */
    String book(LocalDate day, String showId, String episodeId, long seconds);

    /** Sets what was listened to in the end. */
    void settle(String booking, long seconds);

    /**
     * Seconds of audio on one day.
     *
     * @param show of the show's episodes
     * @param all of all shows
     */
    record Spent(long show, long all) {}
}
