package io.briefcast.store;

import io.briefcast.transcript.source.speech.SpeechLedger;
import java.time.LocalDate;

/** How much was listened to, in a database. */
public final class JdbcSpeechLedger implements SpeechLedger {
    private final Ledger ledger;

    public JdbcSpeechLedger(Database db) {
        this.ledger = new Ledger(db, "speech_spending", "seconds");
    }

    @Override
    public Spent spent(LocalDate day, String showId, String episodeId) {
        Ledger.Spent spent = ledger.spent(day, showId, episodeId);
        return new Spent(spent.show(), spent.all());
    }

    @Override
    public String book(LocalDate day, String showId, String episodeId, long seconds) {
        return ledger.book(day, showId, episodeId, seconds);
    }

    @Override
    public void settle(String booking, long seconds) {
        ledger.settle(booking, seconds);
    }
}
