package io.briefcast.store;

import io.briefcast.subscription.SavedInsight;
import io.briefcast.subscription.SavedInsights;
import java.util.List;

/** What people keep, in a database. */
public final class JdbcSavedInsights implements SavedInsights {
    private final Database db;

    public JdbcSavedInsights(Database db) {
        this.db = db;
    }

    @Override
    public boolean save(SavedInsight saved) {
        return db.jdbc()
                        .sql("""
                INSERT INTO saved_insights (person_id, insight_id, headline, at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                        .params(
                                saved.personId(),
                                saved.insightId(),
                                saved.headline(),
                                saved.at().toEpochMilli())
                        .update()
                == 1;
    }

    @Override
    public boolean drop(String personId, String insightId) {
        return db.jdbc()
                        .sql("DELETE FROM saved_insights WHERE person_id = ? AND insight_id = ?")
                        .params(personId, insightId)
                        .update()
                == 1;
    }

    @Override
    public List<SavedInsight> of(String personId, int limit) {
        return db.jdbc()
                .sql("SELECT * FROM saved_insights WHERE person_id = ? ORDER BY at DESC, insight_id LIMIT ?")
                .params(personId, limit)
                .query((row, n) -> new SavedInsight(
                        row.getString("person_id"),
                        row.getString("insight_id"),
                        row.getString("headline"),
                        Columns.instant(row, "at")))
                .list();
    }

    @Override
    public void forget(String personId) {
        db.jdbc()
                .sql("DELETE FROM saved_insights WHERE person_id = ?")
                .param(personId)
                .update();
    }
}
