package io.briefcast.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Questions behind buttons, in a database; popular ones are written once and answered from memory. */
public final class JdbcQuestions implements Questions {
    /** Nobody pages through an answer that is older. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int REMEMBERED = 10_000;

    private static final int TIDY_EVERY = 1_000;

    private final AtomicLong remembered = new AtomicLong();
    private final Database db;
    private final InstantSource clock;
    private final Cache<String, Question> recent =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** The clock dates questions, so that old ones can be forgotten. */
    public JdbcQuestions(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void remember(Question question) {
        if (recent.getIfPresent(question.id()) == null) {
            boolean tidy = remembered.getAndIncrement() % TIDY_EVERY == 0;
            db.transactions().executeWithoutResult(tx -> {
                write(question, clock.instant());
                if (tidy) {
                    forgetOld(clock.instant().minus(KEPT));
                }
            });
            recent.put(question.id(), question);
        }
    }

    private void write(Question question, Instant now) {
        db.jdbc()
                .sql("""
                INSERT INTO questions (id, path, options, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET at = excluded.at""")
                .params(
                        question.id(),
                        question.path(),
                        Columns.json(new TreeMap<>(question.options())),
                        now.toEpochMilli())
                .update();
    }

    private void forgetOld(Instant before) {
        db.jdbc()
                .sql("DELETE FROM questions WHERE at < ?")
                .param(before.toEpochMilli())
                .update();
    }

    @Override
    public Optional<Question> find(String id) {
        Optional<Question> known = Optional.ofNullable(recent.getIfPresent(id));
        return known.isPresent() ? known : stored(id);
    }

    private Optional<Question> stored(String id) {
        return db.jdbc()
                .sql("SELECT * FROM questions WHERE id = ?")
                .param(id)
                .query((row, n) -> question(row))
                .optional();
    }

    private static Question question(ResultSet row) throws SQLException {
        Map<String, String> options = Columns.texts(row, "options");
        return new Question(row.getString("path"), options);
    }
}
