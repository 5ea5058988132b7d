package io.briefcast.store;

import io.briefcast.insight.extract.llm.Spending;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What models cost, in a database. */
public final class JdbcSpending implements Spending {
    private final Database db;

    public JdbcSpending(Database db) {
        this.db = db;
    }

    @Override
    public Spent spent(LocalDate day, String showId, String episodeId) {
        return db.jdbc()
                .sql("""
                SELECT COALESCE(SUM(CASE WHEN episode_id = :episode THEN tokens ELSE 0 END), 0) AS episode,
                    COALESCE(SUM(CASE WHEN show_id = :show THEN tokens ELSE 0 END), 0) AS show,
                    COALESCE(SUM(tokens), 0) AS whole
                FROM model_spending WHERE day = :day""")
                .param("episode", episodeId)
                .param("show", showId)
                .param("day", day.toString())
                .query((row, n) -> new Spent(row.getLong("episode"), row.getLong("show"), row.getLong("whole")))
                .single();
    }

    @Override
    public String book(LocalDate day, String showId, String episodeId, long tokens) {
        String id = UUID.randomUUID().toString();
        db.jdbc()
                .sql("INSERT INTO model_spending (id, day, show_id, episode_id, tokens) VALUES (?, ?, ?, ?, ?)")
                .params(id, day.toString(), showId, episodeId, tokens)
                .update();
        return id;
    }

    @Override
    public void settle(String booking, long tokens) {
        db.jdbc()
                .sql("UPDATE model_spending SET tokens = ? WHERE id = ?")
                .params(tokens, booking)
                .update();
    }

    @Override
    public void withoutModel(LocalDate day, String showId, String episodeId, String why) {
        db.jdbc()
                .sql("""
                INSERT INTO model_spending (id, day, show_id, episode_id, tokens, without_model)
                VALUES (?, ?, ?, ?, 0, ?)""")
                .params(UUID.randomUUID().toString(), day.toString(), showId, episodeId, why)
                .update();
    }

    @Override
    public Total total(LocalDate from, LocalDate to) {
        return db.jdbc()
                .sql("""
                SELECT COALESCE(SUM(tokens), 0) AS tokens, COUNT(DISTINCT episode_id) AS episodes
                FROM model_spending WHERE day >= ? AND day <= ? AND tokens > 0""")
                .params(from.toString(), to.toString())
                .query((row, n) -> new Total(row.getLong("tokens"), row.getInt("episodes")))
                .single();
    }

    @Override
    public Map<String, Integer> withoutModel(LocalDate day) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        db.jdbc().sql("""
                SELECT without_model, COUNT(DISTINCT episode_id) AS episodes FROM model_spending
                WHERE day = ? AND without_model IS NOT NULL GROUP BY without_model ORDER BY episodes DESC, without_model""").param(day.toString()).query(row -> {
            reasons.put(row.getString("without_model"), row.getInt("episodes"));
        });
        return reasons;
    }
}
