package io.briefcast.store;

import io.briefcast.insight.extract.llm.Spending;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What models cost, in a database. */
public final class JdbcSpending implements Spending {
    private final Database db;
    private final Ledger ledger;

    public JdbcSpending(Database db) {
        this.db = db;
        this.ledger = new Ledger(db, "model_spending", "tokens");
    }

    @Override
    public Spent spent(LocalDate day, String showId, String episodeId) {
        Ledger.Spent spent = ledger.spent(day, showId, episodeId);
        return new Spent(spent.episode(), spent.show(), spent.all());
    }

    @Override
    public String book(LocalDate day, String showId, String episodeId, long tokens) {
        return ledger.book(day, showId, episodeId, tokens);
    }

    @Override
    public void settle(String booking, long tokens) {
        ledger.settle(booking, tokens);
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
