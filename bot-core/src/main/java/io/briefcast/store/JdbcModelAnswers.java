package io.briefcast.store;

import io.briefcast.insight.extract.llm.ModelAnswers;
import io.briefcast.transcript.source.speech.HeardPieces;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What models and recognisers of speech answered, in a database. */
public final class JdbcModelAnswers implements ModelAnswers, HeardPieces {
    /** Nobody reads an episode of last season again. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Database db;

    public JdbcModelAnswers(Database db) {
        this.db = db;
    }

    @Override
    public Optional<String> find(String key) {
        return db.jdbc()
                .sql("SELECT answer FROM model_answers WHERE key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    @Override
    public void remember(String key, String answer, Instant now) {
        db.transactions().executeWithoutResult(tx -> {
            db.jdbc()
                    .sql("DELETE FROM model_answers WHERE at < ?")
                    .param(now.minus(KEPT).toEpochMilli())
                    .update();
            db.jdbc().sql("""
                    INSERT INTO model_answers (key, answer, at) VALUES (?, ?, ?)
                    ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, at = excluded.at""").params(key, answer, now.toEpochMilli()).update();
        });
    }
}
