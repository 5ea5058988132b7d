package io.briefcast.store;

import io.briefcast.subscription.Vote;
import io.briefcast.subscription.Votes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What people think of insights, in a database. */
public final class JdbcVotes implements Votes {
    private final Database db;

    public JdbcVotes(Database db) {
        this.db = db;
    }

    @Override
    public void cast(Vote vote) {
        db.jdbc()
                .sql("""
                INSERT INTO votes (person_id, insight_id, more, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (person_id, insight_id) DO UPDATE SET more = excluded.more, at = excluded.at""")
                .params(
                        vote.personId(),
                        vote.insightId(),
                        vote.more(),
                        vote.at().toEpochMilli())
                .update();
    }

    @Override
    public Optional<Vote> retract(String personId, String insightId) {
        Optional<Vote> stood = find(personId, insightId);
        db.jdbc()
                .sql("DELETE FROM votes WHERE person_id = ? AND insight_id = ?")
                .params(personId, insightId)
                .update();
        return stood;
    }

    @Override
    public Optional<Vote> find(String personId, String insightId) {
        return db.jdbc()
                .sql("SELECT * FROM votes WHERE person_id = ? AND insight_id = ?")
                .params(personId, insightId)
                .query((row, n) -> vote(row))
                .optional();
    }

    @Override
    public List<Vote> of(String personId, int limit) {
        return db.jdbc()
                .sql("SELECT * FROM votes WHERE person_id = ? ORDER BY at DESC, insight_id LIMIT ?")
                .params(personId, limit)
                .query((row, n) -> vote(row))
                .list();
    }

    @Override
    public void forget(String personId) {
        db.jdbc().sql("DELETE FROM votes WHERE person_id = ?").param(personId).update();
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getString("person_id"),
                row.getString("insight_id"),
                row.getBoolean("more"),
                Columns.instant(row, "at"));
    }
}
