package io.briefcast.store;

import java.time.LocalDate;
import java.util.UUID;

/** A table of what was booked before a call and settled after it, by day, show and episode. */
final class Ledger {
    private final Database db;
    private final String table;
    private final String unit;

    /**
     * @param table ours, with the columns id, day, show_id, episode_id
     * @param unit the column with the amount
     */
    Ledger(Database db, String table, String unit) {
        this.db = db;
        this.table = table;
        this.unit = unit;
    }

    /** Amounts of one day. */
    record Spent(long episode, long show, long all) {}

    Spent spent(LocalDate day, String showId, String episodeId) {
        return db.jdbc()
                .sql("""
                SELECT COALESCE(SUM(CASE WHEN episode_id = :episode THEN %1$s ELSE 0 END), 0) AS episode,
                    COALESCE(SUM(CASE WHEN show_id = :show THEN %1$s ELSE 0 END), 0) AS show,
                    COALESCE(SUM(%1$s), 0) AS whole
                FROM %2$s WHERE day = :day""".formatted(unit, table))
                .param("episode", episodeId)
                .param("show", showId)
                .param("day", day.toString())
                .query((row, n) -> new Spent(row.getLong("episode"), row.getLong("show"), row.getLong("whole")))
                .single();
    }

    String book(LocalDate day, String showId, String episodeId, long amount) {
        String id = UUID.randomUUID().toString();
        db.jdbc()
                .sql("INSERT INTO %s (id, day, show_id, episode_id, %s) VALUES (?, ?, ?, ?, ?)".formatted(table, unit))
                .params(id, day.toString(), showId, episodeId, amount)
                .update();
        return id;
    }

    void settle(String booking, long amount) {
        db.jdbc()
                .sql("UPDATE %s SET %s = ? WHERE id = ?".formatted(table, unit))
                .params(amount, booking)
                .update();
    }
}
