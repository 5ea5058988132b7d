package io.briefcast.store;

import io.briefcast.brief.SeenInsights;
import io.briefcast.insight.Insight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What audiences were sent, in a database. */
public final class JdbcSeenInsights implements SeenInsights {
    private final Database db;

    public JdbcSeenInsights(Database db) {
        this.db = db;
    }

    @Override
    public List<Insight> seen(String audienceId, Instant since) {
        return db.jdbc()
                .sql("""
                SELECT insights.* FROM seen_insights JOIN insights ON insights.id = seen_insights.insight_id
                WHERE seen_insights.audience_id = ? AND seen_insights.at >= ?
                ORDER BY seen_insights.at DESC, insights.id""")
                .params(audienceId, since.toEpochMilli())
                .query((row, n) -> InsightRow.read(row))
                .list();
    }

    @Override
    public void mark(String audienceId, LocalDate day, Collection<String> insightIds, Instant now) {
        db.transactions().executeWithoutResult(tx -> insightIds.forEach(id -> mark(audienceId, day, id, now)));
    }

    @Override
    public void unmark(String audienceId, LocalDate day) {
        db.jdbc()
                .sql("DELETE FROM seen_insights WHERE audience_id = ? AND day = ?")
                .params(audienceId, day.toString())
                .update();
    }

    @Override
    public void forget(String audienceId) {
        db.jdbc()
                .sql("DELETE FROM seen_insights WHERE audience_id = ?")
                .param(audienceId)
                .update();
    }

    private void mark(String audienceId, LocalDate day, String insightId, Instant now) {
        db.jdbc()
                .sql("""
                INSERT INTO seen_insights (audience_id, insight_id, day, at)
                SELECT ?, id, ?, ? FROM insights WHERE id = ? ON CONFLICT DO NOTHING""")
                .params(audienceId, day.toString(), now.toEpochMilli(), insightId)
                .update();
    }
}
